package dev.litmus.runtime.internal.sql;

/** Names in SQL that is made here. */
public final class QuotedName {

  private QuotedName() {}

  /** Returns the name in double quotes, whatever is in it. */
  public static String of(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
