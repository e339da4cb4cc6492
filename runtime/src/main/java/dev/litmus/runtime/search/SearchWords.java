package dev.litmus.runtime.search;

import java.util.ArrayList;
import java.util.List;

/** Takes apart what a person typed. */
final class SearchWords {

  private SearchWords() {}

  /**
   * Returns what stands between white space and control characters, in order. A word may consist of signs alone: which
   * of them can be found is for the tokenizer to say. FTS5 reads no further than a NUL, and half of a character cannot
   * be stored, so both only separate.
   */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      int next = at + Character.charCount(character);
      if (separates(character)) {
        if (start < at) {
          words.add(text.substring(start, at));
        }
        start = next;
      }
      at = next;
    }
    if (start < text.length()) {
      words.add(text.substring(start));
    }
    return words;
  }

  private static boolean separates(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.SURROGATE;
  }

  /** Returns a string of FTS5, in which no character but the quote has a meaning. */
  static String quote(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
