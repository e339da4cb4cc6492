package dev.litmus.benchmarks.growth;

import dev.litmus.runtime.SqliteDatabase;
import java.util.function.LongBinaryOperator;

/** Databases full of rows. Their number grows; what is there already stays. */
public final class Rows {

  /** How many messages a chat has, unless said otherwise. */
  public static final int PER_CHAT = 100;

  private static final long AT_ONCE = 100_000;

  private final SqliteDatabase database;
  private final RowsRepository repository;

  /** Rows for a database that is open. */
  public Rows(SqliteDatabase database) {
    this.database = database;
    this.repository = database.repository(RowsRepository.class);
  }

  /**
   * Adds messages, and their chats.
   *
   * @param from the number of the first; a multiple of those in a chat
   * @param to the number behind the last
   * @param perChat how many have a chat in common
   */
  public void messages(long from, long to, long perChat) {
    if (from < to) {
      database.transaction(() -> repository.addChats(from / perChat, (to - 1) / perChat));
      inParts(from, to, (first, last) -> repository.addMessages(first, last, perChat));
    }
  }

  /**
   * Adds documents.
   *
   * @param from the number of the first
   * @param to the number behind the last
   * @param seldom how far apart the documents with the word "seldom" are
   */
  void documents(long from, long to, long seldom) {
    inParts(from, to, (first, last) -> repository.addDocuments(first, last, seldom));
  }

  private static void inParts(long from, long to, LongBinaryOperator insert) {
    for (long first = from; first < to; first += AT_ONCE) {
      long last = Math.min(to, first + AT_ONCE) - 1;
      long inserted = insert.applyAsLong(first, last);
      if (inserted != last - first + 1) {
        throw new IllegalStateException(
            "inserted " + inserted + " of " + (last - first + 1) + " rows");
      }
    }
  }

  /** The id of the message of this number. */
  public static String message(long number) {
    return String.format("m%031d", number);
  }

  /** The id of the chat of this number. */
  public static String chat(long number) {
    return String.format("c%08d", number);
  }
}
