package dev.litmus.processor.refute;

import java.util.Locale;

/** How names are compared and written. */
final class Names {

  private Names() {}

  /** Returns the form by which SQLite compares a name. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Returns the name that a token stands for: without its quotes, if it has any. */
  static String ofToken(String token) {
    char first = token.charAt(0);
    char last = first == '[' ? ']' : first;
    boolean quoted = token.length() > 1
        && "\"`[".indexOf(first) >= 0
        && token.charAt(token.length() - 1) == last;
    return quoted
        ? token.substring(1, token.length() - 1).replace("" + last + last, "" + last)
        : token;
  }
}
