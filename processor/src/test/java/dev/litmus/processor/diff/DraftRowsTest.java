package dev.litmus.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.processor.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows when a table is made anew: a draft loses none of them without a word. */
class DraftRowsTest {

  private static final String SEARCH = "CREATE VIRTUAL TABLE search USING fts5(body);";

  private static MigrationDraft draft(String before, String wanted) throws Exception {
    try (Schema from = Schemas.script(before);
        Schema to = Schemas.script(wanted)) {
      return MigrationDraft.between(from, to);
    }
  }

  /** A constraint says what becomes of rows to come, not of those that are there. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "id INTEGER PRIMARY KEY, a TEXT UNIQUE ON CONFLICT REPLACE",
        "id INTEGER PRIMARY KEY, a TEXT UNIQUE ON CONFLICT IGNORE",
        "id INTEGER PRIMARY KEY, a TEXT, UNIQUE (a) ON CONFLICT REPLACE",
        "id INTEGER, a TEXT PRIMARY KEY ON CONFLICT IGNORE",
      })
  void rowsAreNotLeftOutBecauseOfAConstraint(String columns) throws Exception {
    String before = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);";
    MigrationDraft draft = draft(before, "CREATE TABLE t (" + columns + ");");
    try (TestDatabase database = new TestDatabase(before)) {
      database.run("INSERT INTO t VALUES (1, 'x'), (2, 'x')");

      assertThatThrownBy(() -> database.run(draft.up()))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("UNIQUE constraint failed");

      assertThat(database.rows("SELECT count(*) FROM t")).containsExactly("2");
    }
  }

  @Test
  void valuesThatAreComputedFromNowOnAreLost() throws Exception {
    MigrationDraft draft =
        draft("CREATE TABLE t (a, b);", "CREATE TABLE t (a, b AS (a * 2) STORED);");
    assertThat(draft.todo()).containsExactly("the values of t.b are lost");
  }

  @Test
  void valuesThatWereComputedAreStored() throws Exception {
    MigrationDraft draft = draft("CREATE TABLE t (a, b AS (a * 2));", "CREATE TABLE t (a, b);");
    assertThat(draft.up()).singleElement().asString().contains("SELECT a, b\n");
    assertThat(draft.todo()).containsExactly("the values of t.b are lost");
  }

  /** '007' becomes 7, and nothing leads back. */
  @ParameterizedTest
  @CsvSource({
    "TEXT, INTEGER, true",
    "TEXT, REAL, true",
    "'', NUMERIC, true",
    "INTEGER, REAL, true",
    "REAL, TEXT, true",
    "INTEGER, NUMERIC, false",
    "TEXT, VARCHAR(10), false",
    "TEXT, '', false",
  })
  void valuesThatMayBeStoredDifferentlyAreNamed(String old, String wanted, boolean named)
      throws Exception {
    List<String> steps = draft(
            "CREATE TABLE t (a " + old + ");", "CREATE TABLE t (a " + wanted + ");")
        .up();
    assertThat(String.join("\n", steps).contains("-- TODO the values of t.a become " + wanted))
        .isEqualTo(named);
  }

  @Test
  void aColumnOfAnythingKeepsWhatItHas() throws Exception {
    MigrationDraft draft = draft("CREATE TABLE t (a ANY);", "CREATE TABLE t (a ANY) STRICT;");
    assertThat(String.join("", draft.up())).doesNotContain("TODO");
    assertThat(draft.todo()).containsExactly("the values of t.a become ANY");
  }

  /** A full-text index with texts of its own knows its rows by the numbers of those of the table. */
  @Test
  void rowsKeepTheNumbersByWhichAnIndexKnowsThem() throws Exception {
    String before = "CREATE TABLE notes (id TEXT PRIMARY KEY, body TEXT);" + SEARCH;
    MigrationDraft draft =
        draft(before, "CREATE TABLE notes (body TEXT, id TEXT PRIMARY KEY);" + SEARCH);
    try (TestDatabase database = new TestDatabase(before)) {
      database.run("INSERT INTO notes VALUES ('a', 'one'), ('b', 'two'), ('c', 'three');"
          + "INSERT INTO search (rowid, body) SELECT rowid, body FROM notes;"
          + "DELETE FROM notes WHERE id = 'a'");
      database.run(draft.up());
      assertThat(found(database)).containsExactly("two|two", "three|three");
      database.run(draft.down());
      assertThat(found(database)).containsExactly("two|two", "three|three");
    }
  }

  private static List<String> found(TestDatabase database) throws SQLException {
    return database.rows("SELECT notes.body, search.body FROM notes"
        + " JOIN search ON search.rowid = notes.rowid ORDER BY id");
  }

  @Test
  void aKeyThatComesTakesTheNumbersOver() throws Exception {
    String before = "CREATE TABLE notes (body TEXT);" + SEARCH;
    MigrationDraft draft =
        draft(before, "CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);" + SEARCH);
    try (TestDatabase database = new TestDatabase(before)) {
      database.run("INSERT INTO notes VALUES ('a'), ('b'); DELETE FROM notes WHERE body = 'a'");
      database.run(draft.up());
      assertThat(database.rows("SELECT id, body FROM notes")).containsExactly("2|b");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a, rowid TEXT; rowid TEXT, a; (_rowid_, rowid, a)",
        "a, id INTEGER PRIMARY KEY; id INTEGER PRIMARY KEY, a; (id, a)",
        "a TEXT PRIMARY KEY, b; b, a TEXT PRIMARY KEY, c NOT NULL DEFAULT 1; (rowid, b, a)",
      })
  void numbersGoUnderANameThatIsFree(String before, String wanted, String targets)
      throws Exception {
    MigrationDraft draft = draft(
        "CREATE TABLE t (" + before + ");" + SEARCH, "CREATE TABLE t (" + wanted + ");" + SEARCH);
    assertThat(draft.up()).singleElement().asString().contains("INSERT INTO t_new " + targets);
  }

  @Test
  void withoutRowidThereAreNoNumbersToKeep() throws Exception {
    MigrationDraft draft = draft(
        "CREATE TABLE t (a TEXT PRIMARY KEY);" + SEARCH,
        "CREATE TABLE t (a TEXT PRIMARY KEY) WITHOUT ROWID;" + SEARCH);
    assertThat(draft.text()).doesNotContain("rowid");
  }

  @Test
  void aViewThatAsksForThemKeepsTheNumbersToo() throws Exception {
    String view = "CREATE VIEW v AS SELECT _rowid_ AS n FROM t;";
    assertThat(draft("CREATE TABLE t (a, b);" + view, "CREATE TABLE t (b, a);" + view)
            .text())
        .contains("INSERT INTO t_new (rowid, b, a)");
  }

  @Test
  void aNameOfTwoLinesDoesNotLeaveItsComment() throws Exception {
    String before = "CREATE TABLE t (a, \"b\nDROP TABLE t; --\"); CREATE TABLE \"u\nv\" (a);";
    MigrationDraft draft = draft(before, "CREATE TABLE t (a);");
    assertThat(draft.todo())
        .contains("the values of t.b DROP TABLE t; -- are lost", "the rows of \"u v\" are lost");
    try (TestDatabase database = new TestDatabase(before)) {
      database.run("INSERT INTO t VALUES (1, 2)");
      database.run(draft.up());
      assertThat(database.rows("SELECT a FROM t")).containsExactly("1");
    }
  }
}
