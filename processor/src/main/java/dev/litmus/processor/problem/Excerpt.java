package dev.litmus.processor.problem;

/**
 * A piece of SQL to show, with the characters to underline.
 *
 * @param title how the text is called, for example {@code in the query}
 * @param text the whole text, as written
 * @param start the offset of the first underlined character
 * @param end the offset after the last one; equal to {@code start} to point between characters
 */
public record Excerpt(String title, String text, int start, int end) {

  public Excerpt {
    if (start < 0 || end < start || end > text.length()) {
      throw new IllegalArgumentException("span " + start + ".." + end + " of " + text.length());
    }
  }
}
