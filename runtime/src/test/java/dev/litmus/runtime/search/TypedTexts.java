package dev.litmus.runtime.search;

import dev.litmus.runtime.HostileStrings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What people, and those who mean harm, type into a search box. */
final class TypedTexts {

  private static final List<String> SEARCHES = List.of(
      "it's",
      "foo-bar",
      "C++",
      "100%",
      "user@example.com",
      "content:hello",
      "AND",
      "OR",
      "NOT",
      "NEAR",
      "foo AND",
      "NOT foo",
      "NEAR(a b)",
      "NEAR(a b, 5)",
      "NEAR(",
      "\"unbalanced",
      "un\"balanced",
      "\"\"\"",
      "\"a\" OR \"b\"",
      "^",
      "^ foo",
      "(",
      ")",
      "(foo",
      "foo)",
      "\") OR (\"",
      "-",
      "-foo",
      "- a : b",
      "+",
      "a + b",
      "{a b}:",
      "{a b} : c",
      "{",
      "}",
      ":",
      ",",
      "*reads",
      "* id",
      "foo*",
      "??!",
      "!!! ???",
      "foo !!!",
      "!!! foo",
      "\ud83d\ude00",
      "\ud83d\ude00\ud83d\ude00\ud83d\ude00",
      "\ud83d\udc69\u200d\ud83d\udc67",
      "\ude00\ud83d",
      "foo\ud83d",
      "foo\0bar",
      "\0foo",
      "foo\n\tbar\r\n",
      "\u00a0foo\u3000bar\u2028",
      "\u65e5\u672c\u8a9e",
      "na\u00efve caf\u00e9",
      "\ufdd0foo\ufdd1",
      "a ".repeat(5_000),
      "abc".repeat(30_000));

  private static final List<String> PIECES = List.of(
      "\"",
      "\"\"",
      "'",
      "(",
      ")",
      "{",
      "}",
      "*",
      "^",
      "-",
      "+",
      ":",
      ",",
      "\0",
      "\ud83d",
      "\ude00",
      "\ud83d\ude00",
      "\u00e9",
      "e\u0301",
      "\u200b",
      "\ufdd0",
      "\ufdd1",
      " ",
      " ",
      " ",
      "\n",
      "\u3000",
      "AND",
      "OR",
      "NOT",
      "NEAR",
      "NEAR(",
      "body",
      "title",
      "foo",
      "bar",
      "running",
      "run",
      "a",
      "b",
      "1",
      "!!!",
      "\\",
      "%",
      "_",
      ";",
      "--",
      "/*",
      "\uffff",
      "\u65e5\u672c");

  private TypedTexts() {}

  /** All that are named here and in {@link HostileStrings}, and as many that are made up. */
  static List<String> all(int madeUp, long seed) {
    List<String> texts = new ArrayList<>(SEARCHES);
    texts.addAll(HostileStrings.ALL);
    Random random = new Random(seed);
    for (int i = 0; i < madeUp; i++) {
      texts.add(text(random));
    }
    return texts;
  }

  static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(9); left > 0; left--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
