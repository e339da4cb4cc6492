package app;

import dev.litmus.annotations.SqlCollation;
import dev.litmus.annotations.SqlFunction;

public final class Texts {

  private Texts() {}

  // expect function/built-in-function
  @SqlFunction("Upper")
  static String upper(String text) {
    return text;
  }

  // expect function/built-in-function
  @SqlCollation("nocase")
  static int compare(String left, String right) {
    return left.compareToIgnoreCase(right);
  }
}
