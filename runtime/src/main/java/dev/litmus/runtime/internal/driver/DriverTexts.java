package dev.litmus.runtime.internal.driver;

/** Tells texts from bytes that were read as if they were one. */
final class DriverTexts {

  private static final char REPLACEMENT = '\uFFFD';

  private DriverTexts() {}

  /** Whether bytes that were decoded to this may have been none of a text: some could not be decoded, or were 0. */
  static boolean mayBeBinary(String decoded) {
    return decoded.indexOf(0) >= 0 || decoded.indexOf(REPLACEMENT) >= 0;
  }
}
