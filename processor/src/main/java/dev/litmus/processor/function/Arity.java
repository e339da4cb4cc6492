package dev.litmus.processor.function;

/** How many arguments a function takes. */
record Arity(int least, int most) {

  Arity {
    if (least < 0 || most < least) {
      throw new IllegalArgumentException(least + " to " + most + " arguments");
    }
  }

  boolean accepts(int arguments) {
    return least <= arguments && arguments <= most;
  }

  /** The fewer numbers of arguments it stands for, the more a declaration means the call at hand. */
  int width() {
    return most - least;
  }
}
