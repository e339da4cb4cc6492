package dev.litmus.runtime.internal.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Tells texts from bytes that were read as if they were one. */
final class DriverTexts {

  private static final char REPLACEMENT = '\uFFFD';

  private DriverTexts() {}

  /** Returns the text that a blob is, or null. */
  static @Nullable String ofBlob(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return mayBeBinary(text) ? null : text;
  }

  /** Whether bytes that were decoded to this may have been none of a text: some could not be decoded, or were 0. */
  static boolean mayBeBinary(String decoded) {
    return decoded.indexOf(0) >= 0 || decoded.indexOf(REPLACEMENT) >= 0;
  }
}
