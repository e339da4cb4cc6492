package app;

import dev.litmus.annotations.SqlFunction;

// expect database/taken-name
public final class Texts {

  private Texts() {}

  @SqlFunction("shout")
  static String shout(String text) {
    return text + "!";
  }
}
