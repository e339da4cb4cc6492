package dev.litmus.runtime.internal.statement;

/** Whether a text of Java can be stored. */
public final class Texts {

  private Texts() {}

  /**
   * Finds a surrogate without its partner: half of a character, for which UTF-8 has nothing. The driver would store a
   * question mark.
   *
   * @return its index, or -1 when there is none
   */
  public static int unpairedSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && !isLow(text, i + 1)) {
        return i;
      }
      if (Character.isLowSurrogate(c) && !isHigh(text, i - 1)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isLow(String text, int at) {
    return at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }

  private static boolean isHigh(String text, int at) {
    return at >= 0 && Character.isHighSurrogate(text.charAt(at));
  }
}
