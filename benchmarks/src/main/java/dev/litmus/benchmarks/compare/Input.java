package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.data.Message;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked for, and what is inserted: the same for every contender, in the same order.
 *
 * @param lookups the keys that are asked for
 * @param arrivals the messages that are inserted
 * @param favourable the messages that are inserted into the favourable database
 * @param batch how many of them at once in W5
 */
record Input(List<Lookup> lookups, List<Message> arrivals, List<Message> favourable, int batch) {

  /**
   * What one operation asks for, whichever it is.
   *
   * @param id a message
   * @param chatId a chat
   * @param words what to search for
   */
  record Lookup(String id, String chatId, String words) {}

  static Input read(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      return new Input(
          lookups(statement),
          arrivals(statement, false),
          arrivals(statement, true),
          batch(statement));
    }
  }

  private static List<Lookup> lookups(Statement statement) throws SQLException {
    List<Lookup> lookups = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery("SELECT id, chat_id, words FROM lookups ORDER BY position")) {
      while (row.next()) {
        lookups.add(new Lookup(row.getString(1), row.getString(2), row.getString(3)));
      }
    }
    return lookups;
  }

  private static List<Message> arrivals(Statement statement, boolean favourable)
      throws SQLException {
    List<Message> messages = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("""
        SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
        FROM %s ORDER BY position""".formatted(DataFiles.arrivals(favourable)))) {
      while (row.next()) {
        messages.add(new Message(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getInt(6),
            row.getString(7),
            row.getBoolean(8)));
      }
    }
    return messages;
  }

  private static int batch(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT batch FROM sizes")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** Returns what an operation asks for; after the last it begins again. */
  Lookup lookup(int position) {
    return lookups.get(position % lookups.size());
  }

  List<Message> arrivals(boolean intoFavourable) {
    return intoFavourable ? favourable : arrivals;
  }
}
