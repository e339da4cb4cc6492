package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;

/**
 * A program that writes until it is killed: one piece of work after the other, each with a number, and a line with that
 * number after its commit. What a number does follows from the number alone, so that others know what must be there.
 */
public final class WritingChild {

  /** What is written at once. */
  public enum Kind {
    /** A transaction over three tables whose rows must agree. */
    TRANSACTION,
    /** One row without a transaction. */
    SINGLE,
    /** Rows without a transaction, by a statement that returns them and of which only the first is read. */
    RETURNING,
    /** A large row changed in a transaction, beside a savepoint that is rolled back. */
    BULK
  }

  public static final String BULK = "bulk";
  public static final int ROLLED_BACK = -1;
  private static final int BULK_SIZE = 100_000;

  private static final String REPEATED =
      "WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r WHERE x < ?) ";

  private WritingChild() {}

  public static Kind kind(int number) {
    return Kind.values()[new Random(31L * number).nextInt(Kind.values().length)];
  }

  /** How many rows the number writes to each table it writes to. */
  public static int rows(int number) {
    return 2 + new Random(37L * number).nextInt(10);
  }

  /** Arguments: the directory, the durability, the first number. */
  public static void main(String[] arguments) throws Exception {
    DatabaseSettings settings =
        DatabaseSettings.DEFAULT.with(s -> s.durability(Durability.valueOf(arguments[1])));
    SqliteDatabase chat =
        TestDatabases.open(Path.of(arguments[0]), settings, "chat").get("chat");
    for (int number = Integer.parseInt(arguments[2]); ; number++) {
      perform(chat, number);
      ChildProcess.say(Integer.toString(number));
    }
  }

  private static void perform(SqliteDatabase chat, int number) throws SQLException {
    int rows = rows(number);
    switch (kind(number)) {
      case TRANSACTION ->
        chat.transaction(() -> {
          for (int row = 0; row < rows; row++) {
            // The chat comes last: half of this would also violate a foreign key.
            String body = "x".repeat(new Random(number + row).nextInt(3000));
            write(
                chat,
                "INSERT INTO messages (id, body, chat_id) VALUES (?, ?, ?)",
                number + "-" + row,
                body,
                "" + number);
            write(chat, "INSERT INTO counters (n) VALUES (?)", number);
          }
          write(chat, "INSERT INTO chats (id) VALUES (?)", "" + number);
        });
      case SINGLE -> write(chat, "INSERT INTO anything (v) VALUES (?)", number);
      case RETURNING -> returning(chat, rows, number);
      case BULK ->
        chat.transaction(() -> {
          chat.transaction(() -> {
            returning(chat, rows, ROLLED_BACK);
            chat.rollbackOnly();
          });
          write(
              chat,
              "INSERT INTO messages (id, body) VALUES (?, ?)"
                  + " ON CONFLICT (id) DO UPDATE SET body = excluded.body",
              BULK,
              number + ":" + "x".repeat(BULK_SIZE));
          if (!read(chat, "SELECT v FROM anything WHERE v = ?", ROLLED_BACK).isEmpty()) {
            throw new IllegalStateException("a savepoint was not rolled back");
          }
        });
    }
  }

  private static void returning(SqliteDatabase chat, int rows, int value) throws SQLException {
    SqlStatement constant =
        sql(REPEATED + "INSERT INTO anything (v) SELECT ? FROM r RETURNING rowid");
    try (PreparedStatement statement = chat.write(constant)) {
      statement.setInt(1, rows);
      statement.setInt(2, value);
      if (!statement.executeQuery().next()) {
        throw new IllegalStateException("no row was returned");
      }
    }
  }
}
