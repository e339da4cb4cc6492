package dev.litmus.runtime;

import dev.litmus.runtime.internal.migration.MigrationChain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The work of which recordings are made: pieces with numbers, each a transaction. What a piece does follows from its number,
 * so that others know what must be there after it.
 */
final class PowerCutWork {

  private static final List<String> FIRST = List.of(
      "CREATE TABLE pieces (n INTEGER PRIMARY KEY)",
      "CREATE TABLE notes (id INTEGER PRIMARY KEY, tag TEXT NOT NULL, body TEXT NOT NULL)",
      "CREATE INDEX notes_tag ON notes (tag, id)");
  private static final List<String> SECOND = List.of(
      "CREATE VIRTUAL TABLE found USING fts5(body, content='notes', content_rowid='id')",
      "CREATE TRIGGER added AFTER INSERT ON notes BEGIN"
          + " INSERT INTO found (rowid, body) VALUES (new.id, new.body); END",
      "CREATE TRIGGER removed AFTER DELETE ON notes BEGIN"
          + " INSERT INTO found (found, rowid, body) VALUES ('delete', old.id, old.body); END",
      "CREATE TRIGGER changed AFTER UPDATE OF body ON notes BEGIN"
          + " INSERT INTO found (found, rowid, body) VALUES ('delete', old.id, old.body);"
          + " INSERT INTO found (rowid, body) VALUES (new.id, new.body); END");
  private static final List<String> THIRD = List.of("CREATE TABLE later (x)");

  private static final String[] WORDS = {"red", "green", "blue", "white", "black"};

  private PowerCutWork() {}

  /** One statement of a piece. */
  record Step(String sql, List<Object> values) {
    static Step of(String sql, Object... values) {
      return new Step(sql, List.of(values));
    }
  }

  /** The migrations that the work needs, and one after them when asked. */
  static MigrationChain chain(boolean later) throws Exception {
    List<String> files =
        new ArrayList<>(List.of("1_first.sql", up(FIRST), "2_second.sql", up(SECOND)));
    if (later) {
      files.addAll(List.of("3_third.sql", up(THIRD)));
    }
    return TestDatabases.chain(files.toArray(String[]::new));
  }

  private static String up(List<String> statements) {
    return "-- Up\n" + String.join(";\n", statements) + ";\n";
  }

  /** What a piece does. Its number is written first or last: half a piece has one without the other. */
  static List<Step> piece(int number) {
    Random random = new Random(41L * number);
    List<Step> steps = new ArrayList<>();
    Step done = Step.of("INSERT INTO pieces (n) VALUES (?)", number);
    int kind = random.nextInt(10);
    if (kind < 5) {
      for (int i = 0; i < 2; i++) {
        steps.add(add(random, 20 + random.nextInt(300)));
      }
    } else if (kind < 6) {
      steps.add(add(random, 7_000));
    } else if (kind < 8) {
      steps.add(Step.of(
          "UPDATE notes SET body = ? || body, tag = ? WHERE id % 17 = ?",
          word(random) + " ", word(random), random.nextInt(17)));
    } else if (kind < 9) {
      steps.add(Step.of("DELETE FROM notes WHERE id % 5 = ?", random.nextInt(5)));
    }
    steps.add(random.nextBoolean() ? 0 : steps.size(), done);
    return steps;
  }

  private static Step add(Random random, int length) {
    return Step.of(
        "INSERT INTO notes (tag, body) VALUES (?, ?)",
        word(random),
        (word(random) + " " + word(random) + " ").repeat(length / 8 + 1).substring(0, length));
  }

  private static String word(Random random) {
    return WORDS[random.nextInt(WORDS.length)];
  }

  /** What must be there: before the first migration was done, after it, and after each piece from the first on. */
  static List<String> contents(int pieces) throws SQLException {
    List<String> contents = new ArrayList<>();
    try (Connection connection = java.sql.DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      for (String sql : FIRST) {
        statement.execute(sql);
      }
      for (String sql : SECOND) {
        statement.execute(sql);
      }
      contents.add(contents(connection));
      for (int number = 1; number <= pieces; number++) {
        for (Step step : piece(number)) {
          try (PreparedStatement prepared = connection.prepareStatement(step.sql())) {
            for (int i = 0; i < step.values().size(); i++) {
              prepared.setObject(i + 1, step.values().get(i));
            }
            prepared.execute();
          }
        }
        contents.add(contents(connection));
      }
    }
    return contents;
  }

  /** All that the pieces have written, in few characters. */
  static String contents(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      StringBuilder all = new StringBuilder();
      for (String sql : List.of(
          "SELECT group_concat(n) FROM (SELECT n FROM pieces ORDER BY n)",
          "SELECT group_concat(id || tag || body, ';') FROM (SELECT * FROM notes ORDER BY id)")) {
        try (ResultSet row = statement.executeQuery(sql)) {
          all.append(row.getString(1)).append('|');
        }
      }
      return all.length() + ":" + all.toString().hashCode();
    }
  }
}
