package dev.litmus.examples.chat;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.SqlFunction;
import java.text.BreakIterator;
import java.util.Locale;

/** What SQL can call in the database of chats, because SQLite has nothing like it. */
@Database("chat")
public final class ChatFunctions {

  private ChatFunctions() {}

  /** Counts the words of a text, also of one in a language that puts no spaces between them. */
  @SqlFunction("word_count")
  static int wordCount(String text) {
    BreakIterator boundaries = BreakIterator.getWordInstance(Locale.ROOT);
    boundaries.setText(text);
    int words = 0;
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      words += Character.isLetterOrDigit(text.codePointAt(start)) ? 1 : 0;
      start = end;
    }
    return words;
  }
}
