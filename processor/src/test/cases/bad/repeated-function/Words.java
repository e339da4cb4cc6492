package app;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.SqlCollation;
import dev.litmus.annotations.SqlFunction;

@Database("shop")
public final class Words {

  private Words() {}

  // expect function/repeated-function
  @SqlFunction("slug")
  static String slug(String text) {
    return text;
  }

  @SqlFunction("word")
  static String word(String text) {
    return text;
  }

  // expect function/repeated-function
  @SqlCollation("GERMAN")
  static int german(String left, String right) {
    return left.compareTo(right);
  }

  /** Other databases have it. */
  @Database("archive")
  static final class OfTheArchive {

    private OfTheArchive() {}

    @SqlFunction("word")
    static String word(String text) {
      return text;
    }
  }
}
