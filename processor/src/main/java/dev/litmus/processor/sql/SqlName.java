package dev.litmus.processor.sql;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of tables, columns and the like, as SQL has them. */
public final class SqlName {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private SqlName() {}

  /** Returns the form by which names are compared. */
  public static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Returns a name in double quotes, for SQL that nobody reads. */
  public static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Returns a name with quotes only where it needs them, for SQL that somebody reads. */
  public static String of(String name) {
    return isPlain(name) ? name : quoted(name);
  }

  /** Returns a token without its quotes, when it is a name that needs none; otherwise as it is. */
  public static String bare(String token) {
    String name = meantBy(token);
    return isPlain(name) ? name : token;
  }

  /** Returns the name that a token means when it is quoted as one; otherwise the token. */
  public static String meantBy(String token) {
    char open = token.isEmpty() ? ' ' : token.charAt(0);
    char close = open == '[' ? ']' : open;
    boolean isQuoted = token.length() > 1
        && "\"`[".indexOf(open) >= 0
        && token.charAt(token.length() - 1) == close;
    if (!isQuoted) {
      return token;
    }
    String inner = token.substring(1, token.length() - 1);
    return open == '[' ? inner : inner.replace("" + open + open, "" + open);
  }

  /** Asks the parser, which knows the words that are never names. */
  private static boolean isPlain(String name) {
    return WORD.matcher(name).matches()
        && QueryParser.parse("CREATE TABLE " + name + " (" + name + ")").tree().isPresent();
  }
}
