package dev.litmus.processor.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteDataSource;

/** Migrates a database as the specification's own runner does: the same expression finds the Up part, and the same table remembers. */
final class PredecessorRunner {

  private static final Pattern UP =
      Pattern.compile("--\\s*Up\\s*\\n([\\s\\S]*?)(?=--\\s*Down|\\z)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile("(\\d+)_(.+)\\.sql");

  private PredecessorRunner() {}

  /** Opens a database with the settings of section 4.1. */
  static Connection open(Path database) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + database);
    Connection connection = source.getConnection();
    execute(connection, "PRAGMA journal_mode = WAL");
    execute(connection, "PRAGMA foreign_keys = ON");
    // No test waits for the disk.
    execute(connection, "PRAGMA synchronous = OFF");
    execute(connection, """
        CREATE TABLE IF NOT EXISTS _migrations (
          version INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          applied_at TEXT NOT NULL DEFAULT (datetime('now'))
        )""");
    return connection;
  }

  static void apply(Connection connection, Path file) throws IOException, SQLException {
    String text = Files.readString(file);
    Matcher up = UP.matcher(text);
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches()) {
      throw new IllegalArgumentException("not a migration: " + file);
    }
    execute(connection, "BEGIN");
    execute(connection, up.find() ? up.group(1).strip() : text.strip());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO _migrations (version, name) VALUES (?, ?)")) {
      insert.setInt(1, Integer.parseInt(name.group(1)));
      insert.setString(2, name.group(2));
      insert.executeUpdate();
    }
    execute(connection, "COMMIT");
  }

  /** Runs all statements of a script. */
  static void execute(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(script);
    }
  }
}
