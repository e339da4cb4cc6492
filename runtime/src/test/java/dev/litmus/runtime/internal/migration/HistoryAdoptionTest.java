package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.MigrationException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that the runner of the replaced architecture has migrated. */
class HistoryAdoptionTest {

  private static final String INITIAL = """
      CREATE TABLE IF NOT EXISTS chats (
        id TEXT PRIMARY KEY, -- given by the client
        title TEXT NOT NULL DEFAULT 'New; chat'
      );
      CREATE VIRTUAL TABLE IF NOT EXISTS fts USING fts5(content);
      CREATE TRIGGER chats_ai AFTER INSERT ON chats BEGIN
        INSERT INTO fts (content) VALUES (new.title);
      END;
      """;
  private static final String SECOND = "CREATE INDEX idx_chats_title ON chats (title);";
  private static final String[] CHAIN = {
    "001_initial.sql", INITIAL, "002_index.sql", SECOND, "003_more.sql", "CREATE TABLE more (x);"
  };

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void predecessor() throws SQLException {
    file = folder.resolve("chat.sqlite");
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(connection, """
          CREATE TABLE IF NOT EXISTS _migrations (
            version INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            applied_at TEXT NOT NULL DEFAULT (datetime('now'))
          )""");
      Migrations.execute(connection, INITIAL);
      Migrations.execute(connection, "INSERT INTO chats (id) VALUES ('c1')");
      Migrations.execute(connection, SECOND);
      Migrations.execute(connection, """
          INSERT INTO _migrations (version, name, applied_at)
          VALUES (1, 'initial', '2026-01-02 23:00:00'), (2, 'index', '2026-01-03 01:02:03')""");
    }
  }

  @Test
  void theHistoryIsTakenOverAndTheRestApplied() throws Exception {
    MigrationChain chain = Migrations.chain(CHAIN);
    try (Connection connection = Migrations.open(file)) {
      assertThat(Migrations.migrate(connection, chain)).isEqualTo(1);
      assertThat(Migrations.value(
              connection, "SELECT group_concat(applied_at) FROM _migrations WHERE version < 3"))
          .isEqualTo("2026-01-02T23:00:00.000Z,2026-01-03T01:02:03.000Z");
      assertThat(Migrations.value(connection, "SELECT count(*) FROM chats")).isEqualTo("1");
      assertThat(Migrations.migrate(connection, chain)).isZero();
      assertThat(MigrationStates.read(connection, chain))
          .extracting(MigrationState::kind)
          .containsOnly(MigrationState.Kind.APPLIED);
    }
  }

  @Test
  void fromThenOnAnEditIsNoticed() throws Exception {
    try (Connection connection = Migrations.open(file)) {
      Migrations.migrate(connection, Migrations.chain(CHAIN));
      String[] edited = CHAIN.clone();
      edited[3] = "CREATE INDEX idx_chats_title ON chats (title DESC);";
      assertThatThrownBy(() -> Migrations.migrate(connection, Migrations.chain(edited)))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("edited");
    }
  }

  @Test
  void everyDifferenceIsShownAndNothingIsTouched() throws Exception {
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(connection, "DROP INDEX idx_chats_title");
      Migrations.execute(connection, "ALTER TABLE chats ADD COLUMN pinned");
      Migrations.execute(connection, "CREATE TABLE byHand (x)");
    }
    byte[] before = java.nio.file.Files.readAllBytes(file);
    try (Connection connection = Migrations.open(file)) {
      assertThatThrownBy(() -> Migrations.migrate(connection, Migrations.chain(CHAIN)))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("index `idx_chats_title` is missing")
          .hasMessageContaining("table `byhand` is not of the migrations")
          .hasMessageContaining("table `chats` is `")
          .hasMessageContaining(", pinned )`")
          .hasMessageNotContaining("fts")
          .hasMessageNotContaining("trigger");
    }
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void whiteSpaceCommentsAndCaseAreNoDifference() throws Exception {
    String[] reformatted = CHAIN.clone();
    reformatted[1] =
        INITIAL.replace("TEXT", "text").replace("-- given by the client", "").replace("  ", "\t");
    try (Connection connection = Migrations.open(file)) {
      assertThat(Migrations.migrate(connection, Migrations.chain(reformatted))).isEqualTo(1);
    }
  }

  @Test
  void aLiteralOfAnotherCaseIsADifference() throws Exception {
    String[] other = CHAIN.clone();
    other[1] = INITIAL.replace("New; chat", "new; chat");
    try (Connection connection = Migrations.open(file)) {
      assertThatThrownBy(() -> Migrations.migrate(connection, Migrations.chain(other)))
          .hasMessageContaining("'New; chat'")
          .hasMessageContaining("'new; chat'");
    }
  }

  @Test
  void whatWouldBeLostWithTheOldTableIsADifference() throws Exception {
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(connection, "CREATE INDEX by_name ON _migrations (name)");
      assertThatThrownBy(() -> Migrations.migrate(connection, Migrations.chain(CHAIN)))
          .hasMessageContaining("index `by_name` is not of the migrations");
    }
  }

  @Test
  void windowsLineEndsInATextAreNoDifference() throws Exception {
    Path other = folder.resolve("windows.sqlite");
    String text = "CREATE TABLE t (x DEFAULT 'two\nlines')";
    try (Connection connection = Migrations.open(other)) {
      Migrations.execute(
          connection,
          "CREATE TABLE _migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL,"
              + " applied_at TEXT NOT NULL DEFAULT (datetime('now')))");
      Migrations.execute(connection, text.replace("\n", "\r\n"));
      Migrations.execute(connection, "INSERT INTO _migrations (version, name) VALUES (1, 't')");
      assertThat(Migrations.migrate(connection, Migrations.chain("1_t.sql", text)))
          .isZero();
    }
  }

  @Test
  void aHistoryOfOtherMigrationsIsRefused() throws Exception {
    try (Connection connection = Migrations.open(file)) {
      for (String[] chain : List.of(
          new String[] {"001_start.sql", INITIAL, CHAIN[2], CHAIN[3]},
          new String[] {CHAIN[0], CHAIN[1]},
          new String[] {CHAIN[0], CHAIN[1], "003_index.sql", SECOND})) {
        assertThatThrownBy(() -> Migrations.migrate(connection, Migrations.chain(chain)))
            .isInstanceOf(MigrationException.class)
            .hasMessageContaining("made by another runner");
      }
    }
  }

  @Test
  void verifyingTakesNothingOver() throws Exception {
    byte[] before = java.nio.file.Files.readAllBytes(file);
    try (Connection connection = Migrations.open(file)) {
      assertThatThrownBy(
              () -> MigrationRunner.verify(connection, Migrations.context(Migrations.chain(CHAIN))))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("has not been taken over");
    }
    assertThat(file).hasBinaryContent(before);
  }
}
