package dev.litmus.migrations;

import dev.litmus.runtime.internal.migration.Migration;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationObserver;
import dev.litmus.runtime.internal.migration.MigrationRunner;
import dev.litmus.runtime.internal.migration.MigrationSource;
import dev.litmus.runtime.internal.migration.MigrationStatement;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/** A chat database in a file, on the migrations that lie on the class path. */
final class ChatDatabase implements AutoCloseable {

  static final String INDEX = "META-INF/litmus/migrations/chat.index";

  private final Connection connection;

  ChatDatabase(Path file) throws SQLException {
    this.connection = new JDBC4Connection("jdbc:sqlite:" + file, file.toString(), new Properties());
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA recursive_triggers = ON");
  }

  static MigrationChain chain() throws Exception {
    return MigrationChain.read(
        "chat", MigrationSource.index(INDEX, ChatDatabase::resource).orElseThrow());
  }

  static String resource(String path) throws IOException {
    try (InputStream stream = ChatDatabase.class.getClassLoader().getResourceAsStream(path)) {
      return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Migrates up to the version. */
  ChatDatabase upTo(long version) throws Exception {
    List<Migration> migrations = chain().migrations().stream()
        .filter(migration -> migration.version() <= version)
        .toList();
    MigrationRunner.migrate(
        connection,
        new MigrationChain("chat", migrations),
        MigrationObserver.NOBODY,
        () -> new JDBC4Connection("jdbc:sqlite::memory:", ":memory:", new Properties()));
    return this;
  }

  /** Runs the Down part of one migration as a rollback would: foreign keys not enforced. */
  void undo(long version) throws Exception {
    execute("PRAGMA foreign_keys = OFF");
    for (Migration migration : chain().migrations()) {
      if (migration.version() == version) {
        for (MigrationStatement statement : migration.down()) {
          execute(statement.sql());
        }
      }
    }
    execute("PRAGMA foreign_keys = ON");
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Every row, its columns joined by a bar. */
  List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int width = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
          columns.add(row.getString(i));
        }
        rows.add(String.join("|", columns));
      }
    }
    return rows;
  }

  /** The ids of the messages that a search finds, through the key that search and messages share. */
  List<String> search(String words) throws SQLException {
    return rows("SELECT m.id FROM messages_fts JOIN messages m ON m.row_id = messages_fts.rowid"
        + " WHERE messages_fts MATCH '" + words + "' ORDER BY m.id");
  }

  /** Rank 1 compares the index with the content table; without it only the index itself is looked at. */
  void checkIndex() throws SQLException {
    execute("INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
