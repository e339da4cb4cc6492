package app;

import dev.litmus.annotations.SqlCollation;

public final class Texts {

  private Texts() {}

  // expect function/invalid-collation
  @SqlCollation("one")
  static int one(String text) {
    return text.length();
  }

  // expect function/invalid-collation
  @SqlCollation("truth")
  static boolean truth(String left, String right) {
    return left.equals(right);
  }

  // expect function/invalid-collation
  @SqlCollation("of-numbers")
  static int ofNumbers(String left, String right) {
    return left.compareTo(right);
  }
}
