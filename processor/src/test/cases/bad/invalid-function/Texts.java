package app;

import dev.litmus.annotations.SqlAggregate;
import dev.litmus.annotations.SqlFunction;
import java.util.List;

public final class Texts {

  // expect function/invalid-function
  @SqlFunction("of_an_object")
  String ofAnObject(String text) {
    return text;
  }

  // expect function/invalid-function
  @SqlFunction("hidden")
  private static String hidden(String text) {
    return text;
  }

  // expect function/invalid-function
  @SqlFunction("words")
  static int words(List<String> words) {
    return words.size();
  }

  // expect function/invalid-function
  @SqlFunction("rest")
  static int rest(String... words) {
    return words.length;
  }

  // expect function/invalid-function
  @SqlFunction("nothing_at_all")
  static void nothing(String text) {}

  // expect function/invalid-function
  @SqlFunction("two words")
  static String spaced(String text) {
    return text;
  }

  // expect function/invalid-function
  @SqlFunction("order")
  static int order(String text) {
    return text.length();
  }

  // expect function/invalid-function
  @SqlAggregate("inner")
  final class Inner {
    void step(double value) {}

    double finish() {
      return 0;
    }
  }

  // expect function/invalid-function
  @SqlAggregate("no_step")
  static final class NoStep {
    double finish() {
      return 0;
    }
  }

  // expect function/invalid-function
  @SqlAggregate("no_finish")
  static final class NoFinish {
    void step(double value) {}

    double finish(String why) {
      return 0;
    }
  }
}
