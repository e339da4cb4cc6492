package app;

import dev.litmus.annotations.SqlCollation;
import dev.litmus.annotations.SqlFunction;

public final class Texts {

  private Texts() {}

  @SqlFunction("slug")
  static String slug(String text) {
    return text;
  }

  @SqlFunction("slug")
  static String slug(String text, int length) {
    return text.substring(0, length);
  }

  // expect function/repeated-function
  @SqlFunction("SLUG")
  static String slug(int number) {
    return "" + number;
  }

  @SqlCollation("german")
  static int german(String left, String right) {
    return left.compareTo(right);
  }

  // expect function/repeated-function
  @SqlCollation("German")
  static int otherGerman(String left, String right) {
    return right.compareTo(left);
  }
}
