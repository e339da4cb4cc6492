package dev.litmus.processor.diff;

import dev.litmus.processor.sql.QueryParser;
import java.util.regex.Pattern;

/** Names, with quotes only where they need them. */
final class SqlName {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private SqlName() {}

  /** Returns a name as SQL can have it. */
  static String of(String name) {
    return isPlain(name) ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Returns a token without its quotes, when it is a name that needs none; otherwise as it is. */
  static String bare(String token) {
    String name = meantBy(token);
    return isPlain(name) ? name : token;
  }

  /** Returns the name that a token means when it is quoted as one; otherwise the token. */
  static String meantBy(String token) {
    char quote = token.isEmpty() ? ' ' : token.charAt(0);
    if (token.length() < 2 || "\"`[".indexOf(quote) < 0) {
      return token;
    }
    String inner = token.substring(1, token.length() - 1);
    return quote == '[' ? inner : inner.replace("" + quote + quote, "" + quote);
  }

  /** Asks the parser, which knows the words that are never names. */
  private static boolean isPlain(String name) {
    return WORD.matcher(name).matches()
        && QueryParser.parse("CREATE TABLE " + name + " (" + name + ")").tree().isPresent();
  }
}
