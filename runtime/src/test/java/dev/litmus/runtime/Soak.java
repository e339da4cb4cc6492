package dev.litmus.runtime;

/** The size of the long proofs: small in every build, full with {@code -Dlitmus.soak=true}. */
final class Soak {

  static final boolean FULL = Boolean.getBoolean("litmus.soak");

  private Soak() {}

  static int of(int small, int full) {
    return FULL ? full : small;
  }
}
