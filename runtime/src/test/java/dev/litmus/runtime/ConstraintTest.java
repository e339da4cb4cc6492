package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.ConstraintException.Kind;
import dev.litmus.runtime.error.ErrorCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstraintTest {

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    chat = databases.get("chat");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  /** Runs statements of which the last one is refused. */
  private ConstraintException refused(Kind kind, String... statements) {
    for (int i = 0; i < statements.length - 1; i++) {
      write(chat, statements[i]);
    }
    ConstraintException e = catchThrowableOfType(
        ConstraintException.class, () -> write(chat, statements[statements.length - 1]));
    assertThat(e).isNotNull();
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e.code()).isEqualTo(ErrorCode.DB_CONSTRAINT);
    return e;
  }

  @Test
  void primaryKeysNameTableAndColumns() {
    ConstraintException one = refused(
        Kind.PRIMARY_KEY,
        "INSERT INTO chats (id) VALUES ('c1')",
        "INSERT INTO chats (id) VALUES ('c1')");
    assertThat(one.table()).hasValue("chats");
    assertThat(one.columns()).containsExactly("id");
    assertThat(one)
        .hasMessageEndingWith(
            "UNIQUE constraint failed: chats.id. A row with this `id` exists already in `chats`:"
                + " change that one, or give another value");
    ConstraintException two = refused(
        Kind.PRIMARY_KEY,
        "CREATE TABLE pairs (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID",
        "INSERT INTO pairs VALUES (1, 2), (1, 2)");
    assertThat(two.columns()).containsExactly("a", "b");
    assertThat(two).hasMessageContaining("A row with this `a`, `b` exists already in `pairs`");
  }

  @Test
  void rowidsAreKeysToo() {
    ConstraintException e =
        refused(Kind.ROWID, "INSERT INTO counters (rowid, n) VALUES (1, 1), (1, 1)");
    assertThat(e.columns()).containsExactly("rowid");
    ConstraintException search = refused(
        Kind.PRIMARY_KEY,
        "CREATE VIRTUAL TABLE found USING fts5(content)",
        "INSERT INTO found (rowid, content) VALUES (1, 'a'), (1, 'b')");
    assertThat(search.table()).isEmpty();
    assertThat(search).hasMessageContaining("A row with this key exists already");
  }

  @Test
  void uniqueColumnsWithOddNamesAreFound() {
    ConstraintException odd = refused(
        Kind.UNIQUE,
        "CREATE TABLE \"odd one\" (\"a b\", \"c.d, 'e'\", UNIQUE (\"a b\", \"c.d, 'e'\"))",
        "INSERT INTO \"odd one\" VALUES (1, 2), (1, 2)");
    assertThat(odd.table()).hasValue("odd one");
    assertThat(odd.columns()).containsExactly("a b", "c.d, 'e'");
  }

  /** SQLite does not quote: the dot could be that of the table. */
  @Test
  void aDotInATableIsTakenForTheEndOfItsName() {
    ConstraintException e = refused(
        Kind.UNIQUE, "CREATE TABLE \"x.y\" (a UNIQUE)", "INSERT INTO \"x.y\" VALUES (1), (1)");
    assertThat(e.table()).hasValue("x");
    assertThat(e.columns()).containsExactly("y.a");
  }

  @Test
  void anIndexOnAnExpressionHasItsName() {
    ConstraintException e = refused(
        Kind.UNIQUE,
        "CREATE UNIQUE INDEX \"it's\" ON anything (lower(v))",
        "INSERT INTO anything (v) VALUES ('A'), ('a')");
    assertThat(e.constraint()).hasValue("it's");
    assertThat(e.table()).isEmpty();
    assertThat(e.columns()).isEmpty();
    assertThat(e).hasMessageContaining("the same key in the index `it's` exists already");
  }

  @Test
  void aMissingValueNamesItsColumn() {
    ConstraintException e = refused(Kind.NOT_NULL, "INSERT INTO counters (n) VALUES (NULL)");
    assertThat(e.table()).hasValue("counters");
    assertThat(e.columns()).containsExactly("n");
    assertThat(e).hasMessageEndingWith("Give `counters.n` a value");
  }

  @Test
  void aCheckHasItsNameOrItsText() {
    ConstraintException named = refused(
        Kind.CHECK,
        "CREATE TABLE checked (a CONSTRAINT small CHECK (a < 5), b CHECK (b <> 'x'))",
        "INSERT INTO checked (a) VALUES (7)");
    assertThat(named.constraint()).hasValue("small");
    assertThat(named.table()).isEmpty();
    assertThat(named).hasMessageEndingWith("Give values that the check `small` allows");
    assertThat(refused(Kind.CHECK, "INSERT INTO checked (b) VALUES ('x')").constraint())
        .hasValue("b <> 'x'");
  }

  @Test
  void foreignKeysAreNotNamedBySqlite() {
    ConstraintException e = refused(
        Kind.FOREIGN_KEY,
        "CREATE TABLE children (parent REFERENCES chats (id))",
        "INSERT INTO children VALUES ('nobody')");
    assertThat(e.table()).isEmpty();
    assertThat(e).hasMessageContaining("Write the row that is referred to first");
  }

  @Test
  void aTriggerSpeaksForItself() {
    assertThat(refused(Kind.TRIGGER, "INSERT INTO raises (a) VALUES (1)"))
        .hasMessageContaining("not today");
  }

  @Test
  void aStrictTableNamesTheTypeOfItsColumn() {
    ConstraintException e = refused(
        Kind.DATATYPE,
        "CREATE TABLE strict_one (\"the n\" INTEGER) STRICT",
        "INSERT INTO strict_one VALUES ('secret')");
    assertThat(e.table()).hasValue("strict_one");
    assertThat(e.columns()).containsExactly("the n");
    assertThat(e)
        .hasMessageEndingWith("Give `strict_one.the n` a value of the type INTEGER")
        .hasMessageNotContaining("secret");
  }

  @Test
  void virtualTablesHaveRulesOfTheirOwn() {
    ConstraintException bounds = refused(
        Kind.VIRTUAL_TABLE,
        "CREATE VIRTUAL TABLE boxes USING rtree(id, low, high)",
        "INSERT INTO boxes VALUES (1, 2, 1)");
    assertThat(bounds).hasMessageContaining("rtree constraint failed: boxes.(low<=high)");
    ConstraintException twice =
        refused(Kind.UNIQUE, "INSERT INTO boxes VALUES (1, 1, 2), (1, 1, 2)");
    assertThat(twice.table()).hasValue("boxes");
    assertThat(twice.columns()).containsExactly("id");
  }

  /** The schema's names stay, though the user's text is the same. */
  @Test
  void aValueThatReadsLikeANameTakesNothingAway() {
    write(chat, "INSERT INTO chats (id) VALUES (?)", "chats");
    ConstraintException e = catchThrowableOfType(
        ConstraintException.class, () -> write(chat, "INSERT INTO chats (id) VALUES (?)", "chats"));
    assertThat(e.table()).hasValue("chats");
    assertThat(e).hasMessageContaining("UNIQUE constraint failed: chats.id");
  }
}
