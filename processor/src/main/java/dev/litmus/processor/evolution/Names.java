package dev.litmus.processor.evolution;

import java.util.Locale;

/** Names of tables and columns. */
final class Names {

  private Names() {}

  /** Returns the form by which names are compared. */
  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Returns a token without the quotes of a name, if it has any. */
  static String unquoted(String token) {
    char first = token.charAt(0);
    char last = first == '[' ? ']' : first;
    boolean quoted = token.length() > 1
        && "\"`[".indexOf(first) >= 0
        && token.charAt(token.length() - 1) == last;
    return quoted
        ? token.substring(1, token.length() - 1).replace("" + last + last, "" + last)
        : token;
  }

  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
