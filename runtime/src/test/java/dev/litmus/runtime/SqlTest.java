package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.NoRowException;
import dev.litmus.runtime.error.NonUniqueRowException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.TransactionException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each verb does, on a real file. */
class SqlTest {

  record NewCounter(int n, String unused) {}

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;
  private Sql sql;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    chat = databases.get("chat");
    sql = chat.sql();
    sql.raw("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void selectOneFindsNoneOneOrTooMany() {
    sql.execute("INSERT INTO counters (n) VALUES (1), (2)");
    assertThat(sql.selectOne("SELECT n FROM counters WHERE n = :n", int.class, Map.of("n", 2)))
        .hasValue(2);
    assertThat(sql.selectOne("SELECT n FROM counters WHERE n = 3", Integer.class))
        .isEmpty();
    assertThat(sql.selectOne("SELECT max(n) FROM counters WHERE n = 3", Integer.class))
        .isEmpty();
    assertThatThrownBy(() -> sql.selectOne("SELECT n FROM counters", Integer.class))
        .isInstanceOf(NonUniqueRowException.class)
        .hasMessageStartingWith("database `chat`, Sql.selectOne [SELECT n FROM counters]: ")
        .hasMessageContaining("selectMany");
  }

  @Test
  void selectManyKeepsOrderAndNulls() {
    assertThat(sql.selectMany("VALUES (3), (NULL), (1);  -- done", Long.class))
        .containsExactly(3L, null, 1L);
    assertThat(sql.selectMany("SELECT 1 WHERE 0", String.class)).isEmpty();
    assertThat(sql.selectMany(
            "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < :n)"
                + " SELECT i, i * i FROM c",
            row -> row.getInt(1) + ":" + row.getInt(2),
            Map.of("n", 3)))
        .containsExactly("1:1", "2:4", "3:9");
  }

  @Test
  void recordsAreParameters() {
    assertThat(sql.execute("INSERT INTO counters (n) VALUES (:n)", new NewCounter(7, "x")))
        .isEqualTo(1);
    assertThat(sql.selectOne(
            "SELECT n FROM counters WHERE n = $row.n",
            int.class,
            Map.of("row", new NewCounter(7, ""))))
        .hasValue(7);
  }

  @Test
  void executeCountsRowsAndNotThoseOfEarlierStatements() {
    assertThat(sql.execute("INSERT INTO counters (n) VALUES (1), (2), (3)")).isEqualTo(3);
    assertThat(sql.execute("CREATE TABLE later (a)")).isZero();
    assertThat(sql.execute("CREATE TABLE copied AS SELECT * FROM counters")).isZero();
    assertThat(sql.execute("UPDATE counters SET n = n + 1 WHERE n > :n", Map.of("n", 1)))
        .isEqualTo(2);
    assertThat(sql.execute("WITH low AS (SELECT 1 AS n) DELETE FROM counters WHERE n IN low"))
        .isEqualTo(1);
    assertThat(sql.execute("REPLACE INTO notes VALUES (1, 'a')")).isEqualTo(1);
    assertThat(sql.execute("PRAGMA user_version = 7")).isZero();
    assertThat(sql.selectOne("PRAGMA user_version", int.class)).hasValue(7);
    assertThat(sql.execute("PRAGMA optimize")).isZero();
    assertThat(sql.execute("VACUUM")).isZero();
  }

  @Test
  void insertReturnsTheRowidOfWhatItInserted() {
    assertThat(sql.insert("INSERT INTO notes VALUES (-5, 'a')")).isEqualTo(-5);
    assertThat(sql.insert("INSERT INTO notes VALUES (0, :text)", Map.of("text", "b")))
        .isZero();
    assertThat(sql.insert("REPLACE INTO notes VALUES (0, 'c') -- again")).isZero();
    assertThat(sql.insert("INSERT INTO chats VALUES ('x')")).isEqualTo(1);
    assertThat(sql.insert("WITH t(x) AS (VALUES ('d')) INSERT INTO notes(text) SELECT x FROM t"))
        .isEqualTo(1);
  }

  /** SQLite's last_insert_rowid would be 5 each time. */
  @Test
  void insertNeverReturnsTheRowidOfAnEarlierStatement() {
    sql.raw(
        "INSERT INTO notes VALUES (3, 'a'), (5, 'b'); CREATE TABLE keyed (k TEXT PRIMARY KEY) WITHOUT ROWID;"
            + "CREATE VIEW seen AS SELECT * FROM notes;"
            + "CREATE TRIGGER into_seen INSTEAD OF INSERT ON seen BEGIN INSERT INTO counters VALUES (1); END");
    for (String nothing : List.of(
        "INSERT OR IGNORE INTO notes VALUES (9, 'a')",
        "INSERT INTO notes VALUES (9, 'a') ON CONFLICT DO NOTHING",
        "INSERT INTO notes SELECT 9, 'z' WHERE 0")) {
      assertThatThrownBy(() -> sql.insert(nothing))
          .isInstanceOf(NoRowException.class)
          .hasMessageContaining("no row was inserted. Use `execute`");
    }
    assertThat(sql.insert(
            "INSERT INTO notes VALUES (9, 'a') ON CONFLICT (text) DO UPDATE SET text = 'A'"))
        .isEqualTo(3);
    assertThatThrownBy(() -> sql.insert("INSERT INTO notes(text) VALUES ('x'), ('y')"))
        .isInstanceOf(NonUniqueRowException.class);
    assertThatThrownBy(() -> sql.insert("INSERT INTO keyed VALUES ('k')"))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("the table has no rowid that could be returned");
    assertThatThrownBy(() -> sql.insert("INSERT INTO seen VALUES (1, 'k')"))
        .isInstanceOf(StatementException.class);
    assertThat(sql.selectMany("SELECT text FROM notes ORDER BY id", String.class))
        .containsExactly("A", "b");
    assertThat(read(chat, "SELECT count(*) FROM keyed")).containsExactly(0);
  }

  @Test
  void insertIntoAFullTextTableReturnsItsRowid() {
    sql.raw("CREATE VIRTUAL TABLE found USING fts5(content)");
    assertThat(sql.insert("INSERT INTO found VALUES ('a')")).isEqualTo(1);
    assertThat(sql.insert("INSERT INTO found VALUES ('b')")).isEqualTo(2);
    assertThat(sql.insert("INSERT INTO found (rowid, content) VALUES (-7, 'c')"))
        .isEqualTo(-7);
    assertThat(sql.insert("INSERT INTO found (rowid, content) VALUES (-1, 'd')"))
        .isEqualTo(-1);
    assertThat(sql.selectMany("SELECT rowid FROM found WHERE found MATCH 'b'", long.class))
        .containsExactly(2L);
    assertThat(sql.execute("INSERT INTO found(found) VALUES ('optimize')")).isNotNegative();
  }

  /** What RETURNING says of every virtual table is a rowid like any other elsewhere. */
  @Test
  void minusOneIsARowid() {
    assertThat(sql.insert("INSERT INTO notes VALUES (-1, 'a')")).isEqualTo(-1);
    sql.execute("INSERT INTO notes VALUES (8, 'b')");
    assertThat(sql.insert(
            "INSERT INTO notes VALUES (9, 'a') ON CONFLICT (text) DO UPDATE SET text = 'A'"))
        .isEqualTo(-1);
  }

  @Test
  void aTriggerThatInsertsElsewhereDoesNotConfuseInsert() {
    sql.raw("CREATE TRIGGER logs AFTER INSERT ON notes BEGIN INSERT INTO anything VALUES (1); END;"
        + "INSERT INTO anything VALUES (1), (2), (3)");
    assertThat(sql.insert("INSERT INTO notes VALUES (77, 'a')")).isEqualTo(77);
  }

  @Test
  void changesThatReturnRowsAreSelected() {
    assertThat(sql.selectOne(
            "INSERT INTO notes(text) VALUES (:text) RETURNING id", long.class, Map.of("text", "a")))
        .hasValue(1L);
    assertThat(sql.selectMany(
            "WITH t(x) AS (VALUES ('b'), ('c')) INSERT INTO notes(text) SELECT x FROM t RETURNING text",
            String.class))
        .containsExactly("b", "c");
    assertThat(sql.selectMany("DELETE FROM notes WHERE id > 1 RETURNING id", int.class))
        .hasSize(2);
    assertThat(read(chat, "SELECT text FROM notes")).containsExactly("a");
  }

  @Test
  void aChangeWhoseRowsDoNotFitIsUndone() {
    assertThatThrownBy(
            () -> sql.selectOne("INSERT INTO counters VALUES (1), (2) RETURNING n", int.class))
        .isInstanceOf(NonUniqueRowException.class);
    assertThatThrownBy(
            () -> sql.selectOne("INSERT INTO counters VALUES (1) RETURNING n, 2", int.class))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("2 columns for one `int`: n, 2");
    assertThatThrownBy(() -> sql.selectMany("INSERT INTO counters VALUES (1) RETURNING n", row -> {
          throw new IllegalStateException("mine");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(read(chat, "SELECT n FROM counters")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INSERT INTO notes VALUES (1, 'a')", "CREATE TABLE t (a)", "VACUUM"})
  void selectTakesWhatReturnsRows(String statement) {
    assertThatThrownBy(() -> sql.selectMany(statement, String.class))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("the statement returns no rows. Use `execute`, or add RETURNING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "PRAGMA table_list",
        "DELETE FROM notes RETURNING id",
        "EXPLAIN SELECT 1"
      })
  void executeTakesWhatReturnsNone(String statement) {
    assertThatThrownBy(() -> sql.execute(statement))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("the statement returns rows. Use `selectOne` or `selectMany`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "UPDATE notes SET id = 1",
        "INSERT INTO notes VALUES (1, 'a') RETURNING id"
      })
  void insertTakesInserts(String statement) {
    assertThatThrownBy(() -> sql.insert(statement))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("`insert` runs INSERT and REPLACE without RETURNING");
  }

  @Test
  void aScriptRunsToItsLastStatement() {
    sql.raw("""
        -- ; not a statement
        CREATE TABLE parts (a TEXT DEFAULT ';');
        CREATE TRIGGER t AFTER INSERT ON parts BEGIN
          UPDATE counters SET n = n + 1; SELECT 1;
        END;
        INSERT INTO counters VALUES (0); ; SELECT * FROM counters;
        INSERT INTO parts VALUES ('x'), ('y') RETURNING a;
        PRAGMA user_version = 3;
        PRAGMA foreign_key_check;
        INSERT INTO parts VALUES (':x /* ? */') /* the last has no semicolon */""");
    assertThat(read(chat, "SELECT count(*) FROM parts")).containsExactly(3);
    assertThat(read(chat, "SELECT n FROM counters")).containsExactly(3);
    assertThat(sql.selectOne("PRAGMA user_version", int.class)).hasValue(3);
    sql.raw("");
    sql.raw(" ; -- nothing");
    sql.raw("VACUUM;");
  }

  @Test
  void aScriptIsAllOrNothing() {
    assertThatThrownBy(
            () -> sql.raw("INSERT INTO counters VALUES (1); CREATE TABLE x (a); INSERT INTO"
                + " counters VALUES (NULL); CREATE TABLE y (a)"))
        .isInstanceOf(ConstraintException.class)
        .hasMessageContaining("Sql.raw, statement 3 [INSERT INTO counters VALUES (NULL)]");
    assertThat(read(chat, "SELECT n FROM counters")).isEmpty();
    assertThat(read(chat, "SELECT name FROM sqlite_schema WHERE name IN ('x', 'y')"))
        .isEmpty();
  }

  @Test
  void allVerbsArePartOfTheTransactionAroundThem() {
    assertThatThrownBy(() -> chat.transaction(() -> {
          sql.insert("INSERT INTO notes VALUES (1, 'a')");
          sql.execute("INSERT INTO notes VALUES (2, 'b')");
          sql.raw("INSERT INTO notes VALUES (3, 'c'); INSERT INTO notes VALUES (4, 'd')");
          assertThat(sql.selectOne(
                  "INSERT INTO notes VALUES (5, 'e') RETURNING (SELECT count(*) FROM notes)",
                  int.class))
              .isPresent();
          assertThatThrownBy(() ->
                  sql.raw("INSERT INTO notes VALUES (6, 'f'); INSERT INTO notes VALUES (1, 'g')"))
              .isInstanceOf(ConstraintException.class);
          assertThat(sql.selectMany("SELECT id FROM notes ORDER BY id", int.class))
              .containsExactly(1, 2, 3, 4, 5);
          throw new IllegalStateException("undo");
        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(read(chat, "SELECT id FROM notes")).isEmpty();
  }

  @Test
  void vacuumInsideATransactionIsSqlitesError() {
    assertThatThrownBy(() -> chat.transaction(() -> sql.raw("VACUUM")))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("cannot VACUUM from within a transaction");
  }

  @Test
  void readTransactionsAndReadOnlyDatabasesAreNotWritten() {
    TransactionOptions reading = TransactionOptions.of(TransactionMode.READ);
    assertThatThrownBy(
            () -> chat.transaction(reading, () -> sql.insert("INSERT INTO notes VALUES (1, 'a')")))
        .isInstanceOf(TransactionException.class);
    assertThatThrownBy(() -> chat.transaction(
            reading,
            () -> sql.selectOne("INSERT INTO notes VALUES (1, 'a') RETURNING id", int.class)))
        .isInstanceOf(TransactionException.class);
    databases.close();
    databases =
        TestDatabases.open(directory, DatabaseSettings.DEFAULT.with(s -> s.readOnly(true)), "chat");
    Sql readOnly = databases.get("chat").sql();
    assertThat(readOnly.selectMany("SELECT id FROM notes", int.class)).isEmpty();
    assertThatThrownBy(() -> readOnly.execute("DELETE FROM notes"))
        .isInstanceOf(DatabaseReadOnlyException.class);
  }

  @Test
  void aDatabaseInMemoryHasTheSameVerbs() {
    try (Databases memory = TestDatabases.builder(null, "chat").open()) {
      Sql there = memory.get("chat").sql();
      assertThat(there.insert("INSERT INTO counters VALUES (:n)", Map.of("n", 4)))
          .isEqualTo(1);
      assertThat(there.selectMany("SELECT n FROM counters", int.class)).containsExactly(4);
    }
  }
}
