package dev.litmus.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.runtime.Migrator;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.migration.MigrationMove;
import dev.litmus.runtime.migration.MigrationTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The migration of docs/predecessor on a database that the specification's own runner and migrations have made. */
class PredecessorRepairTest {

  private static final Path REPAIR = Path.of("../docs/predecessor/004_repair_search_and_times.sql");

  /** What is the same afterwards; a hidden rowid becomes that of a declared key. */
  private static final List<String> KEPT = List.of(
      "SELECT rowid, CASE WHEN id NOT LIKE 'repaired-%' THEN id END, title, prompt_id FROM chats ORDER BY rowid",
      "SELECT rowid, CASE WHEN id NOT LIKE 'repaired-%' THEN id END, chat_id, role, content, model, token_count,"
          + " generation_time, branch_id, parent_id, is_liked FROM messages ORDER BY rowid",
      "SELECT rowid, * FROM branches ORDER BY rowid",
      "SELECT content FROM liked ORDER BY content",
      "SELECT * FROM pragma_foreign_key_check");

  private static final String TIMES = """
      SELECT 1, rowid, created_at FROM chats UNION ALL SELECT 2, rowid, updated_at FROM chats
      UNION ALL SELECT 3, rowid, timestamp FROM messages ORDER BY 1, 2""";

  @TempDir
  Path folder;

  private Path migrations;
  private Path file;

  @BeforeEach
  void predecessor() throws Exception {
    migrations = Files.createDirectories(folder.resolve("migrations/chat"));
    file = folder.resolve("chat.sqlite");
    for (String name : List.of("001_initial.sql", "002_add_branches.sql", "003_add_fts.sql")) {
      Path source = Path.of(Objects.requireNonNull(
              PredecessorRepairTest.class.getResource("/predecessor/chat/" + name))
          .toURI());
      Files.copy(source, migrations.resolve(name));
    }
    PredecessorChat.create(file, migrations);
  }

  /** Without it these tests would prove nothing. */
  @Test
  void thePredecessorsSearchDoesNotWork() throws Exception {
    try (Connection connection = PredecessorRunner.open(file)) {
      assertThatThrownBy(() -> PredecessorChat.rows(
              connection, "SELECT message_id FROM messages_fts WHERE messages_fts MATCH 'tag1'"))
          .isInstanceOf(SQLException.class);
      assertThat(PredecessorChat.rows(
              connection, "SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'tag1'"))
          .isNotEqualTo(PredecessorChat.rows(
              connection, "SELECT count(*) FROM messages WHERE content LIKE '% tag1 %'"));
    }
    assertThat(Chain.proveFolder(folder.resolve("migrations"), "chat"))
        .extracting(Problem::code)
        .contains(ProblemCode.SEARCH_CONTENT);
  }

  @Test
  void everyRowIsKeptAndFound() throws Exception {
    repairAndCheck(Files.readString(REPAIR));
  }

  static Stream<Arguments> repairs() {
    String oneForm = "strftime('%Y-%m-%dT%H:%M:%fZ', timestamp)";
    return Stream.of(
        // Rows that were there before the index, and what it is not told of.
        Arguments.of(
            "INSERT INTO messages_fts (messages_fts) VALUES ('rebuild');",
            "",
            "database disk image is malformed"),
        Arguments.of(
            "AFTER INSERT ON messages", "AFTER INSERT ON messages WHEN 0", "SQLITE_CORRUPT_VTAB"),
        Arguments.of(
            "AFTER DELETE ON messages", "AFTER DELETE ON messages WHEN 0", "SQLITE_CORRUPT_VTAB"),
        Arguments.of("UPDATE OF content, row_id", "UPDATE OF content", "SQLITE_CORRUPT_VTAB"),
        Arguments.of("UPDATE OF content, row_id", "UPDATE OF row_id", "SQLITE_CORRUPT_VTAB"),
        // A like indexes the text again.
        Arguments.of("UPDATE OF content, row_id", "UPDATE", "the index after a like"),
        // A column that the table does not have, and numbers that VACUUM may change.
        Arguments.of(
            "chat_id UNINDEXED,",
            "chat_id UNINDEXED, message_id UNINDEXED,",
            "no such column: T.message_id"),
        Arguments.of(
            "row_id INTEGER PRIMARY KEY,",
            "row_id INTEGER UNIQUE,",
            "rows that violate foreign keys"),
        // Times.
        Arguments.of("coalesce(" + oneForm + ", timestamp)", "timestamp", "updated_at FROM chats"),
        Arguments.of(
            "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ][0-9][0-9]:[0-9][0-9]*'",
            "<> ''",
            "updated_at FROM chats"),
        Arguments.of(
            "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
            "(datetime('now'))", "the time of a new row"),
        // Ids that are NULL, the numbers of rows, views, and rows that are left out.
        Arguments.of(
            "coalesce(id, 'repaired-' || lower(hex(randomblob(16))))",
            "id",
            "NOT NULL constraint failed: chats_repaired.id"),
        Arguments.of(
            "SELECT\n  rowid,", "SELECT\n  rowid + 1000,", "rows that violate foreign keys"),
        Arguments.of("PRAGMA legacy_alter_table = ON;", "", "error in view liked"),
        Arguments.of(
            "FROM messages;",
            "FROM messages WHERE id IS NOT NULL;",
            "FROM messages ORDER BY rowid"));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("repairs")
  void withoutOneRepairSomethingIsWrong(String part, String instead, String words)
      throws Exception {
    String text = Files.readString(REPAIR);
    assertThat(text).contains(part);

    assertThatThrownBy(() -> repairAndCheck(text.replace(part, instead)))
        .hasMessageContaining(words);
  }

  @Test
  void whatSomebodyHasAddedStopsIt() throws Exception {
    for (String added : List.of(
        "CREATE INDEX idx_messages_chat_timestamp ON messages(chat_id, timestamp);",
        "CREATE TRIGGER mine AFTER DELETE ON chats BEGIN SELECT 1; END;",
        "ALTER TABLE chats ADD COLUMN pinned INTEGER;",
        "ALTER TABLE messages ADD COLUMN size INTEGER AS (length(content));")) {
      Path other = folder.resolve("other.sqlite");
      Files.deleteIfExists(other);
      String second = Files.readString(migrations.resolve("002_add_branches.sql"));
      Files.writeString(
          migrations.resolve("002_add_branches.sql"),
          second.replace("-- Down", added + "\n-- Down"));
      PredecessorChat.create(other, migrations);
      Files.writeString(migrations.resolve("004_repair.sql"), Files.readString(REPAIR));

      assertThatThrownBy(() -> migrate(other))
          .as(added)
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining(
              "chats or messages have a column, index or trigger that this file does not make again");
      Files.writeString(migrations.resolve("002_add_branches.sql"), second);
    }
  }

  @Test
  void aNewDatabaseGoesThroughAllFour() throws Exception {
    Files.writeString(migrations.resolve("004_repair.sql"), Files.readString(REPAIR));

    assertThat(migrate(folder.resolve("new.sqlite"))).hasSize(4);
  }

  @Test
  void theStatementsOfThePageRun() throws Exception {
    String page = Files.readString(Path.of("../docs/predecessor.md"));
    Files.writeString(migrations.resolve("004_repair.sql"), Files.readString(REPAIR));
    migrate(file);
    try (Connection connection = PredecessorRunner.open(file)) {
      String search = block(page, "SELECT m.id, m.chat_id");
      assertThat(PredecessorChat.rows(
              connection, search.replace(":words", "'tag1'").replace(":limit", "3")))
          .hasSize(3)
          .allMatch(row -> row.contains("<mark>tag1</mark>"));

      PredecessorRunner.execute(connection, block(page, "UPDATE branches"));
      assertThat(PredecessorChat.rows(connection, "SELECT created_at FROM branches ORDER BY rowid"))
          .containsExactly("2026-01-02T23:00:00.000Z", "x");
    }
  }

  /** The text of the page from some words to the end of their block. */
  private static String block(String page, String words) {
    int start = page.indexOf(words);
    return page.substring(start, page.indexOf("```", start));
  }

  /** The predecessor ends the Up part at the word Down in any comment, and records the rest as applied. */
  @Test
  void aPartThatWasCutIsRefusedUntilTheFilesSayWhatRan() throws Exception {
    Path other = folder.resolve("cut.sqlite");
    Path second = migrations.resolve("002_add_branches.sql");
    String ran = Files.readString(second);
    String rest =
        "-- Downloads, one day\nCREATE INDEX idx_branches_chat_id ON branches(chat_id);\n";
    Files.writeString(second, ran.replace("-- Down\n", rest + "-- Down\n"));
    PredecessorChat.create(other, migrations);
    Files.writeString(migrations.resolve("004_repair.sql"), Files.readString(REPAIR));

    assertThatThrownBy(() -> migrate(other))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("index `idx_branches_chat_id` is missing");

    Files.writeString(second, ran);
    Files.writeString(migrations.resolve("005_add_what_was_cut.sql"), rest);
    assertThat(migrate(other)).extracting(MigrationMove::version).containsExactly(4L, 5L);
  }

  private List<MigrationMove> migrate(Path database) {
    return Migrator.fromFolder(folder.resolve("migrations"), "chat", database)
        .migrate(MigrationTarget.latest());
  }

  private void repairAndCheck(String repair) throws Exception {
    Files.writeString(migrations.resolve("004_repair.sql"), repair);
    Map<String, List<String>> before = new LinkedHashMap<>();
    try (Connection connection = PredecessorRunner.open(file)) {
      for (String query : KEPT) {
        before.put(query, PredecessorChat.rows(connection, query));
      }
      before.put(
          TIMES,
          PredecessorChat.rows(connection, TIMES).stream()
              .map(PredecessorRepairTest::inOneForm)
              .toList());
    }

    assertThat(migrate(file)).extracting(MigrationMove::version).containsExactly(4L);

    try (Connection connection = PredecessorRunner.open(file)) {
      PredecessorRunner.execute(connection, "PRAGMA recursive_triggers = ON");
      for (Map.Entry<String, List<String>> kept : before.entrySet()) {
        assertThat(PredecessorChat.rows(connection, kept.getKey()))
            .as(kept.getKey())
            .isEqualTo(kept.getValue());
      }
      checkSearch(connection);
      checkLikes(connection);
      PredecessorRunner.execute(connection, "VACUUM");
      checkSearch(connection);
      change(connection);
      checkSearch(connection);
      assertThat(PredecessorChat.rows(connection, "PRAGMA integrity_check")).containsExactly("ok");
    }
    assertThat(Chain.texts(Chain.proveFolder(folder.resolve("migrations"), "chat")))
        .isEmpty();
  }

  /** What the index finds is what a scan finds, and both agree on the text. */
  private static void checkSearch(Connection connection) throws SQLException {
    PredecessorRunner.execute(
        connection, "INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)");
    for (int i = 0; i < PredecessorChat.TAGS; i++) {
      // SQLite's functions of texts end at a NUL, except instr.
      String found = "SELECT m.id, m.chat_id, messages_fts.chat_id, instr(m.content, char(0)) > 0"
          + " OR highlight(messages_fts, 0, '', '') = CAST(m.content AS TEXT)"
          + " FROM messages_fts JOIN messages m ON m.row_id = messages_fts.rowid"
          + " WHERE messages_fts MATCH 'tag" + i + "' ORDER BY m.row_id";
      String scanned = "SELECT id, chat_id, chat_id, 1 FROM messages"
          + " WHERE instr(CAST(content AS TEXT) || ' ', ' tag" + i + " ') ORDER BY row_id";
      assertThat(PredecessorChat.rows(connection, found))
          .isEqualTo(PredecessorChat.rows(connection, scanned));
    }
  }

  private static void checkLikes(Connection connection) throws SQLException {
    String index = "SELECT id, hex(block) FROM messages_fts_data ORDER BY id";
    List<String> before = PredecessorChat.rows(connection, index);
    PredecessorRunner.execute(connection, "UPDATE messages SET is_liked = 1, token_count = 5");
    assertThat(PredecessorChat.rows(connection, index))
        .as("the index after a like")
        .isEqualTo(before);
  }

  private static void change(Connection connection) throws SQLException {
    PredecessorRunner.execute(connection, """
        DELETE FROM messages WHERE id = 'm1';
        UPDATE messages SET content = ' tag1 and tag2 ' WHERE id IN ('m2', 'm100');
        INSERT INTO messages (id, chat_id, role, content) VALUES ('new', 'c1', 'user', ' tag3 ');
        INSERT OR REPLACE INTO messages (id, chat_id, role, content) VALUES ('m4', 'c2', 'user', ' tag4 ');
        UPDATE messages SET row_id = 5000 WHERE id = 'm5';""");
    assertThat(PredecessorChat.rows(
            connection,
            "SELECT count(*) FROM messages WHERE id = 'new' AND timestamp GLOB '*T*.???Z'"))
        .as("the time of a new row")
        .containsExactly("1");
    PredecessorRunner.execute(connection, "DELETE FROM chats WHERE id = 'c2'");
    assertThat(
            PredecessorChat.rows(connection, "SELECT count(*) FROM messages WHERE chat_id = 'c2'"))
        .containsExactly("0");
  }

  /** A row of {@link #TIMES} as it should be. */
  private static String inOneForm(String row) {
    DateTimeFormatter one =
        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    int time = row.lastIndexOf('|') + 1;
    try {
      return row.substring(0, time) + one.format(instant(row.substring(time)));
    } catch (DateTimeParseException e) {
      return row;
    }
  }

  private static Instant instant(String time) {
    return time.contains("T")
        ? OffsetDateTime.parse(time).toInstant()
        : LocalDateTime.parse(time.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }
}
