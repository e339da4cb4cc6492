package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.data.Message;
import dev.litmus.runtime.SqliteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a run: two databases that Litmus' migrations make, and the input, which is a database too so that every
 * contender can read it, whatever it is written in.
 *
 * @param folder where they are
 */
public record DataFiles(Path folder) {

  private static final String NORMAL = "normal.db";
  private static final String FAVOURABLE = "favourable.db";
  private static final String INPUT = "input.db";
  private static final long SEED = 20_261_127;

  private static final String INSERT = """
      INSERT INTO %s (id, chat_id, role, content, model, token_count, timestamp, is_liked)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String INPUT_SCHEMA = """
      CREATE TABLE %s (
          position INTEGER PRIMARY KEY, id TEXT, chat_id TEXT, role TEXT, content TEXT, model TEXT,
          token_count INTEGER, timestamp TEXT, is_liked INTEGER
      )""";

  /** Returns the database of a workload. */
  public Path database(boolean favourable) {
    return folder.resolve(favourable ? FAVOURABLE : NORMAL);
  }

  Path input() {
    return folder.resolve(INPUT);
  }

  /** Makes the files in a folder that has none. */
  public static DataFiles make(Path folder, Size size) throws IOException, SQLException {
    Files.createDirectories(folder);
    DataFiles files = new DataFiles(folder);
    try (Connection input = DriverManager.getConnection("jdbc:sqlite:" + files.input())) {
      input.setAutoCommit(false);
      for (boolean favourable : new boolean[] {false, true}) {
        MadeUp rows = new MadeUp(SEED, size);
        SqliteDatabase.open("bench", files.database(favourable)).close();
        List<String> ids = files.fill(rows, size, favourable);
        arrivals(input, rows, size, favourable);
        if (!favourable) {
          lookups(input, rows, size, ids);
        }
      }
      input.commit();
    }
    return files;
  }

  /** Copies the files for one contender. */
  DataFiles copyTo(Path target) throws IOException {
    Files.createDirectories(target);
    for (String name : List.of(NORMAL, FAVOURABLE, INPUT)) {
      Files.copy(folder.resolve(name), target.resolve(name));
    }
    return new DataFiles(target);
  }

  private List<String> fill(MadeUp rows, Size size, boolean favourable) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + database(favourable));
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      if (favourable) {
        statement.execute("DROP INDEX idx_messages_chat");
      }
      chats(database, size);
      try (PreparedStatement insert = database.prepareStatement(INSERT.formatted("messages"))) {
        for (int number = 0; number < size.messages(); number++) {
          Message message = rows.message(number, favourable);
          ids.add(message.id());
          bind(insert, message);
          insert.executeUpdate();
        }
      }
      try (PreparedStatement insert =
          database.prepareStatement("INSERT INTO documents (content) VALUES (?)")) {
        for (int number = 0; number < size.documents(); number++) {
          insert.setString(1, rows.document());
          insert.executeUpdate();
        }
      }
      statement.execute("INSERT INTO documents_fts (documents_fts) VALUES ('optimize')");
      database.commit();
    }
    return ids;
  }

  private static void chats(Connection database, Size size) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement("INSERT INTO chats VALUES (?, ?, ?, ?)")) {
      for (int chat = 0; chat < size.chats(); chat++) {
        insert.setString(1, MadeUp.chatId(chat));
        insert.setString(2, "Chat " + chat);
        insert.setString(3, "2026-01-01T00:00:00Z");
        insert.setString(4, "2026-01-01T00:00:00Z");
        insert.executeUpdate();
      }
    }
  }

  private static void arrivals(Connection input, MadeUp rows, Size size, boolean favourable)
      throws SQLException {
    String table = arrivals(favourable);
    try (Statement create = input.createStatement()) {
      create.execute(INPUT_SCHEMA.formatted(table));
    }
    try (PreparedStatement insert = input.prepareStatement(INSERT.formatted(table))) {
      for (int i = 0; i < size.arrivals(); i++) {
        bind(insert, rows.message(size.messages() + i, favourable));
        insert.executeUpdate();
      }
    }
  }

  static String arrivals(boolean favourable) {
    return favourable ? "favourable_arrivals" : "arrivals";
  }

  private static void lookups(Connection input, MadeUp rows, Size size, List<String> ids)
      throws SQLException {
    try (Statement create = input.createStatement()) {
      create.execute("CREATE TABLE sizes (batch INTEGER)");
      create.execute("INSERT INTO sizes VALUES (" + size.batch() + ")");
      create.execute(
          "CREATE TABLE lookups (position INTEGER PRIMARY KEY, id TEXT, chat_id TEXT, words TEXT)");
    }
    try (PreparedStatement insert =
        input.prepareStatement("INSERT INTO lookups (id, chat_id, words) VALUES (?, ?, ?)")) {
      for (int i = 0; i < size.lookups(); i++) {
        insert.setString(1, ids.get(rows.below(ids.size())));
        insert.setString(2, MadeUp.chatId(rows.below(size.chats())));
        insert.setString(3, rows.search());
        insert.executeUpdate();
      }
    }
  }

  private static void bind(PreparedStatement insert, Message message) throws SQLException {
    insert.setString(1, message.id());
    insert.setString(2, message.chatId());
    insert.setString(3, message.role());
    insert.setString(4, message.content());
    insert.setString(5, message.model());
    insert.setInt(6, message.tokenCount());
    insert.setString(7, message.timestamp());
    insert.setBoolean(8, message.isLiked());
  }
}
