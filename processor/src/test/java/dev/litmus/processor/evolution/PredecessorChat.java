package dev.litmus.processor.evolution;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A chat database of the predecessor, as one looks after some time: its rows are what people and programs left there. */
final class PredecessorChat {

  /** Words that stand between spaces in the messages, so that a scan finds them too. */
  static final int TAGS = 12;

  private static final List<String> HOSTILE = List.of(
      "it's",
      "foo-bar \"C++\" 100%",
      "<mark>&amp;</mark>",
      "Grüße 日本語 😀",
      "'; DROP TABLE messages; --",
      "content:hello NEAR(a b) OR",
      "two\nlines\r\nand\ttabs",
      "a\0nul",
      "-- Down\n-- Up",
      "x".repeat(20_000),
      "*",
      "");

  /** As the application writes them, as SQLite does, and what else was seen. */
  private static final List<String> TIMES = List.of(
      "2026-01-02T01:00:00.000Z",
      "2026-01-02 23:00:00",
      "2026-01-02T00:59:59.999Z",
      "2026-01-02 00:59:59",
      "2026-01-02T03:00:00+02:00",
      "2026-01-02T01:00:00Z",
      "2026-01-02T01:00:00.123456Z",
      "2026-01-02 01:00",
      "yesterday",
      "1767312000000",
      "2026-01-02",
      "");

  private PredecessorChat() {}

  /** Makes the database, with rows that were there before the index for full-text search. */
  static void create(Path database, Path migrations) throws IOException, SQLException {
    try (Connection connection = PredecessorRunner.open(database)) {
      PredecessorRunner.apply(connection, migrations.resolve("001_initial.sql"));
      PredecessorRunner.apply(connection, migrations.resolve("002_add_branches.sql"));
      PredecessorRunner.execute(connection, """
          INSERT INTO chats (id, title, prompt_id, created_at, updated_at) VALUES
            ('c1', 'One', NULL, '2026-01-02 23:00:00', '2026-01-02T23:00:00.500Z'),
            ('c2', 'Robert''); DROP TABLE chats;--', 'p', '2025-12-31T23:59:59.999Z', 'never'),
            ('gone', 'Deleted below', NULL, 'x', 'y'),
            (NULL, 'Without an id', NULL, '2026-01-02 23:00:00', '2026-01-02 23:00:00');
          DELETE FROM chats WHERE id = 'gone';""");
      messages(connection, 0, 60);
      PredecessorRunner.apply(connection, migrations.resolve("003_add_fts.sql"));
      messages(connection, 60, 60);
      PredecessorRunner.execute(connection, """
          DELETE FROM messages WHERE id IN ('m70', 'm71', 'm90');
          UPDATE messages SET is_liked = 1 WHERE id IN ('m80', 'm81');
          INSERT INTO branches VALUES ('b1', 'c1', 'm3', '2026-01-02 23:00:00'), (NULL, 'c2', NULL, 'x');
          PRAGMA foreign_keys = OFF;
          INSERT INTO messages (id, chat_id, role, content) VALUES ('orphan', 'nowhere', 'user', ' tag1 of no chat');
          INSERT INTO messages (id, chat_id, role, content) VALUES (NULL, 'c1', 'user', ' tag2 of no id');
          INSERT INTO messages (id, chat_id, role, content) VALUES (NULL, 'c1', 'user', x'2074616733');""");
    }
  }

  private static void messages(Connection connection, int first, int count) throws SQLException {
    Random random = new Random(first);
    try (PreparedStatement insert = connection.prepareStatement(
        "INSERT INTO messages (id, chat_id, role, content, timestamp, parent_id, token_count) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = first; i < first + count; i++) {
        insert.setString(1, "m" + i);
        insert.setString(2, random.nextBoolean() ? "c1" : "c2");
        insert.setString(3, random.nextBoolean() ? "user" : "assistant");
        insert.setString(
            4,
            HOSTILE.get(i % HOSTILE.size()) + " tag" + random.nextInt(TAGS) + " " + " tag"
                + random.nextInt(TAGS) + " ");
        insert.setString(5, TIMES.get((i / 2) % TIMES.size()));
        insert.setString(6, i == first ? null : "m" + (i - 1));
        insert.setObject(7, i % 3 == 0 ? null : i);
        insert.executeUpdate();
      }
    }
  }

  /** All rows of a query, each as a text of its values and their types. */
  static List<String> rows(Connection connection, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          text.append(i == 1 ? "" : "|").append(text(row.getObject(i)));
        }
        rows.add(text.toString());
      }
    }
    return rows;
  }

  private static String text(@Nullable Object value) {
    return value instanceof byte[] bytes
        ? "bytes " + new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
        : String.valueOf(value);
  }
}
