package dev.litmus.runtime.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.litmus.runtime.error.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationRunnerTest {

  private static final String[] TWO = {
    "1_a.sql", "CREATE TABLE a (b);", "3_c.sql", "CREATE TABLE c (d);"
  };

  @TempDir
  Path folder;

  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("chat.sqlite");
  }

  @Test
  void appliesOnceAndThenWritesNothing() throws Exception {
    assertThat(migrate(TWO)).isEqualTo(2);
    byte[] before = Files.readAllBytes(file);

    assertThat(migrate(TWO)).isZero();
    assertThat(migrate("1_a.sql", "-- reformatted\nCREATE TABLE a(b)", TWO[2], TWO[3]))
        .isZero();

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(value("SELECT group_concat(version || name) FROM _migrations")).isEqualTo("1a,3c");
    assertThat(value("SELECT applied_at FROM _migrations"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  }

  @Test
  void emptyChainLeavesAFileAlone() throws Exception {
    assertThat(migrate()).isZero();

    assertThat(value("SELECT count(*) FROM sqlite_schema")).isEqualTo("0");
  }

  @Test
  void refusesAnEditedMigration() throws Exception {
    migrate(TWO);

    assertRefused(
        "migration `chat/1_a.sql` was edited after it had been applied on",
        "1_a.sql",
        "CREATE TABLE a (b, e);",
        TWO[2],
        TWO[3],
        "4_d.sql",
        "CREATE TABLE e (f)");
  }

  @Test
  void refusesAnotherMigrationUnderAnAppliedVersion() throws Exception {
    migrate(TWO);

    assertRefused(
        "version 3 was applied as `c`, but the code has `chat/3_z.sql`",
        TWO[0],
        TWO[1],
        "3_z.sql",
        "CREATE TABLE z (y)",
        "4_c.sql",
        TWO[3]);
  }

  @Test
  void refusesAMigrationWhoseTriggerForgetsWhatIsApplied() throws Exception {
    migrate(TWO);

    assertRefused(
        "the history of migrations has the versions [] after version 4, and not [1, 3, 4]",
        TWO[0],
        TWO[1],
        TWO[2],
        TWO[3],
        "4_t.sql",
        "CREATE TRIGGER t AFTER INSERT ON _migrations BEGIN DELETE FROM _migrations; END");
  }

  @Test
  void refusesAMissingMigration() throws Exception {
    migrate(TWO);

    assertRefused("version 1 (`a`) was applied on", TWO[2], TWO[3]);
  }

  @Test
  void refusesADatabaseThatIsNewerThanTheCode() throws Exception {
    migrate(TWO);

    assertRefused(
        "the database is newer than the code: it has version 3 (`c`), the code ends at version 1",
        TWO[0],
        TWO[1]);
    assertRefused("it has version 1 (`a`), the code ends at nothing");
  }

  @Test
  void refusesALateMigration() throws Exception {
    migrate(TWO);

    assertRefused(
        "migration `chat/2_b.sql` comes too late: version 3 is already applied. Give it a version above 3",
        TWO[0],
        TWO[1],
        "2_b.sql",
        "CREATE TABLE b (c)",
        TWO[2],
        TWO[3]);
  }

  @Test
  void refusesTheHistoryOfAnotherTool() throws Exception {
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(
          connection,
          "CREATE TABLE _migrations (version INTEGER PRIMARY KEY, name TEXT, at TEXT);"
              + "INSERT INTO _migrations VALUES (1, 'a', 'now')");
    }

    assertRefused("its table `_migrations` was not made by Litmus", TWO);
  }

  @Test
  void failureRollsBackItsMigrationAndKeepsTheOnesBefore() throws Exception {
    MigrationException failure = catchThrowableOfType(
        MigrationException.class,
        () ->
            migrate(TWO[0], TWO[1], "2_b.sql", "CREATE TABLE b (c);\nINSERT INTO b VALUES (1, 2)"));

    assertThat(failure)
        .hasMessage(
            "database `chat`: migration `chat/2_b.sql`, line 2: table b has 1 columns but 2 values were supplied."
                + " Nothing of it was applied: correct the file and start again");
    assertThat(failure.sqliteCode()).hasValue(1);
    assertThat(value("SELECT group_concat(name) FROM sqlite_schema")).isEqualTo("_migrations,a");
    assertThat(migrate(TWO[0], TWO[1], "2_b.sql", "CREATE TABLE b (c)")).isEqualTo(1);
  }

  @Test
  void statementThatEndsTheTransactionItselfIsReportedAsItself() throws Exception {
    assertThatThrownBy(() -> migrate(
            "1_a.sql",
            "CREATE TABLE a (b UNIQUE ON CONFLICT ROLLBACK);INSERT INTO a VALUES (1), (1)"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("UNIQUE constraint failed: a.b")
        .satisfies(e -> assertThat(e.getCause().getSuppressed()).isEmpty());
    assertThat(value("SELECT count(*) FROM sqlite_schema")).isEqualTo("0");
  }

  @Test
  void refusesWhatViolatesForeignKeysAndEnforcesThemAgain() throws Exception {
    try (Connection connection = Migrations.open(file)) {
      MigrationChain chain = Migrations.chain(
          "1_a.sql",
          "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p);"
              + "INSERT INTO c VALUES (1), (2), (NULL)");

      assertThatThrownBy(() -> Migrations.migrate(connection, chain))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining(
              "`chat/1_a.sql`: it leaves rows that violate foreign keys: 2 of `c` without their row of `p`");

      assertThat(Migrations.value(connection, "PRAGMA foreign_keys")).isEqualTo("1");
      assertThat(Migrations.value(connection, "SELECT count(*) FROM sqlite_schema"))
          .isEqualTo("0");
      Migrations.execute(connection, "BEGIN; ROLLBACK");
    }
  }

  @Test
  void violationsThatWereThereBeforeDoNotStopAMigration() throws Exception {
    String one = "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p);"
        + "CREATE TABLE w (id PRIMARY KEY, p REFERENCES p) WITHOUT ROWID;";
    migrate("1_a.sql", one);
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(connection, "PRAGMA foreign_keys = OFF");
      Migrations.execute(connection, "INSERT INTO c VALUES (7), (8)");
      Migrations.execute(connection, "INSERT INTO w VALUES (1, 7)");
    }
    assertThat(migrate("1_a.sql", one, "2_b.sql", "CREATE TABLE x (y);")).isEqualTo(1);
    for (String adding : new String[] {
      "INSERT INTO c VALUES (9)",
      "DELETE FROM c WHERE p = 8; INSERT INTO c (rowid, p) VALUES (50, 9)",
      "INSERT INTO w VALUES (2, 7)"
    }) {
      assertThatThrownBy(
              () -> migrate("1_a.sql", one, "2_b.sql", "CREATE TABLE x (y);", "3_c.sql", adding))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("rows that violate foreign keys: 1 of ");
    }
    String rebuild =
        "CREATE TABLE n (p REFERENCES p, q); INSERT INTO n (rowid, p) SELECT rowid, p FROM c;"
            + "DROP TABLE c; ALTER TABLE n RENAME TO c;";
    assertThat(migrate("1_a.sql", one, "2_b.sql", "CREATE TABLE x (y);", "3_c.sql", rebuild))
        .isEqualTo(1);
  }

  @Test
  void whoDoesNotEnforceForeignKeysMayAddViolations() throws Exception {
    String one = "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p REFERENCES p);";
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(connection, "PRAGMA foreign_keys = OFF");
      Migrations.migrate(connection, Migrations.chain("1_a.sql", one));
      Migrations.execute(connection, "INSERT INTO c VALUES (7)");
      assertThat(Migrations.migrate(
              connection, Migrations.chain("1_a.sql", one, "2_b.sql", "INSERT INTO c VALUES (8)")))
          .isEqualTo(1);
    }
  }

  @Test
  void aFullDiskIsNotTheFilesFault() throws Exception {
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(connection, "PRAGMA max_page_count = 20");
      assertThatThrownBy(() -> Migrations.migrate(
              connection,
              Migrations.chain(
                  "1_a.sql", "CREATE TABLE a (b);\nINSERT INTO a VALUES (zeroblob(1000000));")))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("`chat/1_a.sql`, line 2: database or disk is full")
          .hasMessageContaining("Nothing of it was applied: make room on the disk")
          .hasMessageNotContaining("correct the file");
      assertThat(Migrations.value(connection, "SELECT count(*) FROM sqlite_schema"))
          .isEqualTo("0");
    }
  }

  @Test
  void aHistoryThatKeepsNoRowIsAFailure() throws Exception {
    migrate(TWO);
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(
          connection,
          "CREATE TRIGGER t BEFORE INSERT ON _migrations BEGIN SELECT RAISE(IGNORE); END");
    }
    assertRefused(
        "its row in the history of migrations was not written: 0 rows for version 4",
        TWO[0],
        TWO[1],
        TWO[2],
        TWO[3],
        "4_d.sql",
        "CREATE TABLE d (e)");
  }

  @Test
  void leavesForeignKeysOffWhenTheyWereOff() throws Exception {
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(connection, "PRAGMA foreign_keys = OFF");

      Migrations.migrate(connection, Migrations.chain(TWO));

      assertThat(Migrations.value(connection, "PRAGMA foreign_keys")).isEqualTo("0");
    }
  }

  @Test
  void refusesAConnectionInsideATransaction() throws Exception {
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(connection, "BEGIN");

      assertThatThrownBy(() -> Migrations.migrate(connection, Migrations.chain(TWO)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("the connection is inside a transaction");
    }
  }

  @Test
  void windowsFilesWithTriggersAndNoFinalSemicolon() throws Exception {
    String script = """
        -- Up
        CREATE TABLE a (b);
        CREATE TABLE log (c);
        CREATE TRIGGER t AFTER INSERT ON a BEGIN
          INSERT INTO log VALUES (';END;'); -- ; END;
          UPDATE log SET c = CASE new.b WHEN 1 THEN 'one;' ELSE c END;
        END;
        INSERT INTO a VALUES (1)
        -- Down
        DROP TABLE a""";

    migrate("1_a.sql", script.replace("\n", "\r\n"));

    assertThat(value("SELECT group_concat(c) FROM log")).isEqualTo("one;");
  }

  @Test
  void waitsLongerThanTheBusyTimeout() throws Exception {
    try (Connection other = Migrations.open(file);
        Connection writer = Migrations.open(file)) {
      Migrations.execute(writer, "PRAGMA busy_timeout = 10");
      Migrations.execute(other, "BEGIN EXCLUSIVE");
      CompletableFuture<Integer> applied = CompletableFuture.supplyAsync(() -> {
        try {
          return Migrations.migrate(writer, Migrations.chain(TWO));
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      });
      Thread.sleep(300);
      assertThat(applied).isNotDone();
      Migrations.execute(other, "COMMIT");

      assertThat(applied.get(10, TimeUnit.SECONDS)).isEqualTo(2);
    }
  }

  @Test
  void givesUpOnAWriterThatNeverEnds() throws Exception {
    try (Connection other = Migrations.open(file);
        Connection writer = Migrations.open(file)) {
      Migrations.execute(writer, "PRAGMA busy_timeout = 10");
      Migrations.execute(other, "BEGIN IMMEDIATE");

      assertThatThrownBy(
              () -> Migrations.migrate(writer, Migrations.chain(TWO), Duration.ofMillis(200)))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("`chat/1_a.sql` waited 0 s for another writer of the file");
    }
  }

  @Test
  void aTableWithCascadingChildrenIsRebuiltWithoutLosingARow() throws Exception {
    String initial = """
        CREATE TABLE chats (id INTEGER PRIMARY KEY, title);
        CREATE TABLE messages (
          id INTEGER PRIMARY KEY, chat NOT NULL REFERENCES chats (id) ON DELETE CASCADE);
        """;
    migrate("1_a.sql", initial);
    try (Connection connection = Migrations.open(file)) {
      Migrations.execute(connection, "INSERT INTO chats VALUES (1, 'a'), (2, 'b')");
      Migrations.execute(connection, """
          INSERT INTO messages WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 1000)
          SELECT i, 1 + i % 2 FROM n""");
    }
    String rebuild = """
        CREATE TABLE new_chats (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
        INSERT INTO new_chats SELECT id, title FROM chats;
        DROP TABLE chats;
        ALTER TABLE new_chats RENAME TO chats;
        """;
    try (Connection connection = Migrations.open(file)) {
      MigrationChain failing =
          Migrations.chain("1_a.sql", initial, "2_b.sql", rebuild + "SELECT nothing;");
      assertThatThrownBy(() -> Migrations.migrate(connection, failing))
          .isInstanceOf(MigrationException.class);
      assertThat(Migrations.value(connection, "PRAGMA foreign_keys")).isEqualTo("1");
      assertThat(Migrations.value(connection, "SELECT count(*) FROM messages")).isEqualTo("1000");
      Migrations.migrate(connection, Migrations.chain("1_a.sql", initial, "2_b.sql", rebuild));
      assertThat(Migrations.value(connection, "PRAGMA foreign_keys")).isEqualTo("1");
      assertThat(Migrations.value(connection, "SELECT count(*) FROM messages")).isEqualTo("1000");
      assertThat(Migrations.value(connection, "SELECT count(*) FROM pragma_foreign_key_check"))
          .isEqualTo("0");
      Migrations.execute(connection, "DELETE FROM chats WHERE id = 1");
      assertThat(Migrations.value(connection, "SELECT count(*) FROM messages")).isEqualTo("500");
    }
  }

  private int migrate(String... namesAndTexts) throws SQLException {
    try (Connection connection = Migrations.open(file)) {
      return Migrations.migrate(connection, Migrations.chain(namesAndTexts));
    }
  }

  private void assertRefused(String message, String... namesAndTexts) throws Exception {
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> migrate(namesAndTexts))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining(message);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = Migrations.open(file)) {
      return Migrations.value(connection, sql);
    }
  }
}
