package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.StatementException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQL that nobody may run beside the runtime, and SQL that is none. */
class SqlRefusedTest {

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;
  private Sql sql;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, "chat");
    chat = databases.get("chat");
    sql = chat.sql();
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private void assertRefused(String statement, String words) {
    for (Runnable verb : List.<Runnable>of(
        () -> sql.raw(statement),
        () -> sql.raw("CREATE TABLE never (a); " + statement),
        () -> sql.execute(statement),
        () -> sql.insert(statement),
        () -> sql.selectOne(statement, String.class),
        () -> sql.selectMany(statement, row -> row.getString(1)))) {
      assertThatThrownBy(verb::run)
          .isInstanceOf(StatementException.class)
          .hasMessageContaining(words);
    }
    assertThat(sql.selectMany("SELECT name FROM sqlite_schema WHERE name = 'never'", String.class))
        .isEmpty();
    assertThat(sql.execute("UPDATE counters SET n = 0")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "begin immediate",
        "COMMIT",
        "END",
        "ROLLBACK",
        "ROLLBACK TO litmus_0",
        "SAVEPOINT a",
        "RELEASE litmus_1",
        ";; /* x */ Commit -- y"
      })
  void transactionsAreTheRuntimes(String statement) {
    assertRefused(statement, "in dynamic SQL. Use SqliteDatabase.transaction");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ATTACH 'x.db' AS x", "DETACH main"})
  void otherFilesAreNotAttached(String statement) {
    assertRefused(statement, "Open the other file as a database of its own");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRAGMA journal_mode = DELETE",
        "PRAGMA journal_mode(off)",
        "PRAGMA main.journal_mode=wal",
        "PRAGMA foreign_keys = 0",
        "pragma \"foreign_keys\"=off",
        "PRAGMA [locking_mode] = EXCLUSIVE",
        "PRAGMA synchronous = OFF",
        "PRAGMA busy_timeout = 0",
        "PRAGMA query_only = 1",
        "PRAGMA writable_schema = ON",
        "PRAGMA recursive_triggers=0",
        "PRAGMA wal_checkpoint",
        "PRAGMA wal_checkpoint(TRUNCATE)",
        "PRAGMA shrink_memory",
        "PRAGMA application_id = 5",
        "PRAGMA mmap_size=0",
        "PRAGMA temp_store = 2",
        "PRAGMA page_size = 512",
        "PRAGMA nobody_knows = 1"
      })
  void settingsAreTheRuntimes(String statement) {
    assertRefused(statement, "would change a connection or file that the runtime has set up");
  }

  /** SQLite lets some take effect when they are only prepared. */
  @ParameterizedTest
  @ValueSource(
      strings = {"EXPLAIN PRAGMA foreign_keys=0", "EXPLAIN QUERY PLAN PRAGMA main.foreign_keys(0)"})
  void explainedSettingsAreRefusedToo(String statement) {
    assertRefused(statement, "would change a connection");
    assertThat(sql.selectOne("PRAGMA foreign_keys", int.class)).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TEMP TABLE messages (id)", "CREATE TEMPORARY VIEW v AS SELECT 1",
        "create table temp.messages (id)",
            "CREATE VIRTUAL TABLE IF NOT EXISTS \"Temp\".f USING fts5(a)",
        "CREATE TEMP TRIGGER t AFTER INSERT ON chats BEGIN SELECT 1; END"
      })
  void temporaryTablesAreRefused(String statement) {
    assertRefused(statement, "a temporary table, view or trigger would stay");
  }

  @Test
  void tablesThatAreOnlyNamedLikeThatAreNot() {
    sql.raw(
        "CREATE TABLE temp (temp); CREATE VIEW v AS SELECT temp.temp FROM temp; SELECT * FROM v");
    sql.execute("CREATE UNIQUE INDEX IF NOT EXISTS main.i ON temp (temp)");
  }

  @Test
  void otherFilesAreNotWritten() {
    assertRefused("VACUUM INTO 'copy.db'", "Dynamic SQL writes no other files");
    assertRefused("VACUUM main INTO 'copy.db'", "Dynamic SQL writes no other files");
  }

  @Test
  void vacuumDoesNotFitAScript() {
    assertThatThrownBy(() -> sql.raw("VACUUM; SELECT 1"))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("`VACUUM` in a script");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRAGMA table_info(chats)",
        "PRAGMA main.table_xinfo('chats')",
        "PRAGMA journal_mode",
        "PRAGMA integrity_check(5)",
        "PRAGMA foreign_key_check",
        "PRAGMA user_version",
        "EXPLAIN PRAGMA user_version",
        "EXPLAIN DELETE FROM chats",
        "EXPLAIN QUERY PLAN SELECT 1",
        "SELECT * FROM pragma_table_info('chats')",
        "WITH replace AS (SELECT 1) SELECT * FROM replace",
        "WITH a(b) AS NOT MATERIALIZED (VALUES (1)), c AS (SELECT 2) VALUES (3)"
      })
  void whatOnlyReadsRuns(String statement) {
    sql.selectMany(statement, row -> row.getObject(1));
    sql.raw(statement);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'secret",
        "SELECT \"secret",
        "SELECT [secret",
        "SELECT 1 /* secret",
        "SELECT 1 /*/",
        "SELECT #secret",
        "SELECT x'secret'",
        "SELECT 1secret",
        "SELECT !secret"
      })
  void brokenTokensAreRefusedWithoutQuotingThem(String statement) {
    for (Runnable verb : List.<Runnable>of(
        () -> sql.raw("SELECT 1;\n" + statement),
        () -> sql.selectOne("--\n" + statement, String.class))) {
      assertThatThrownBy(verb::run)
          .isInstanceOf(StatementException.class)
          .hasMessageContaining(", line 2. Close every quote and comment")
          .hasMessageNotContaining("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1\0; DROP TABLE chats", "SELECT 'a\0'", "SELECT '\uD83D'"})
  void charactersThatSqliteDoesNotReadAreRefused(String statement) {
    assertRefused(statement, "NUL or half of a character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1; SELECT 2", "DELETE FROM chats; DELETE FROM messages;"})
  void theSecondStatementIsNotDropped(String statement) {
    assertThatThrownBy(() -> sql.selectMany(statement, String.class))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("there are 2 statements. Pass one at a time");
    assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("there are 2 statements");
    assertThatThrownBy(() -> sql.execute(" -- nothing"))
        .hasMessageContaining("there is no statement");
  }

  @Test
  void scriptsHaveNoParameters() {
    assertThatThrownBy(() -> sql.raw("SELECT 1; DELETE FROM chats WHERE id = :id"))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("the parameter `id` has no value in a script");
    assertThatThrownBy(() -> sql.raw("SELECT ?")).hasMessageContaining("`?` has no name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELCT 1",
        "WITH a AS (SELECT 1)",
        "WITH a AS (SELECT 1) WITH b AS (SELECT 2) SELECT 3",
        "WITH a AS (SELECT 1) PRAGMA foreign_keys=0",
        "(SELECT 1)",
        "SELECT",
        "'BEGIN'",
        "SELECT * FROM nowhere"
      })
  void sqliteSaysWhatIsWrongWithTheRest(String statement) {
    assertThatThrownBy(() -> sql.selectMany(statement, String.class))
        .isInstanceOf(StatementException.class)
        .satisfies(e -> assertThat(((LitmusException) e).sqliteCode()).hasValue(1));
    assertThat(sql.selectOne("PRAGMA foreign_keys", int.class)).hasValue(1);
  }

  @Test
  void messagesShowTheStatementWithoutValues() {
    sql.execute("INSERT INTO chats VALUES ('secret')");
    assertThatThrownBy(() -> sql.execute(
            "INSERT INTO\n chats /* secret */ VALUES ('secret'), (x'AB'), (12345), (:id)",
            Map.of("id", "secret")))
        .isInstanceOf(ConstraintException.class)
        .hasMessageStartingWith(
            "database `chat`, Sql.execute [INSERT INTO chats VALUES (…), (…), (…), (:id)]: ")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("12345");
    String wide = "SELECT " + "a, ".repeat(1_000) + "b FROM chats";
    assertThatThrownBy(() -> sql.selectOne(wide, String.class))
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(400));
  }
}
