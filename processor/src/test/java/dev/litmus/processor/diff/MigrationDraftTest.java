package dev.litmus.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft leads from the old schema to exactly the wanted one and back, and the rows go with it. */
class MigrationDraftTest {

  private static final int ROUNDS = Integer.getInteger("litmus.draft.rounds", 100);

  @Test
  void whatSqliteCanAddIsAdded() throws Exception {
    assertThat(draft(
            "CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL);",
            "CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT NOT NULL, isbn TEXT, pages INTEGER NOT NULL DEFAULT 0);"
                + "CREATE INDEX by_isbn ON books (isbn);"
                + "CREATE TABLE shelves (id INTEGER PRIMARY KEY);"))
        .isEqualTo("""
            -- Up
            ALTER TABLE books ADD COLUMN isbn TEXT;
            ALTER TABLE books ADD COLUMN pages INTEGER NOT NULL DEFAULT 0;

            CREATE TABLE shelves (
              id INTEGER PRIMARY KEY
            );

            CREATE INDEX by_isbn ON books (isbn);

            -- Down
            CREATE TABLE books_new (
              id INTEGER PRIMARY KEY,
              title TEXT NOT NULL
            );
            -- TODO the values of books.isbn are lost
            -- TODO the values of books.pages are lost
            INSERT INTO books_new (id, title)
            SELECT id, title
            FROM books;
            DROP TABLE books;
            ALTER TABLE books_new RENAME TO books;

            -- TODO the rows of shelves are lost
            DROP TABLE shelves;
            """);
  }

  @Test
  void whatItCannotIsMadeAnewWithAllThatRestsOnIt() throws Exception {
    assertThat(upOf(draft("""
                CREATE TABLE books (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, pages INTEGER);
                CREATE TABLE log (book_id INTEGER REFERENCES books (id));
                CREATE INDEX by_title ON books (title);
                CREATE VIEW long AS SELECT id FROM books WHERE pages > 500;
                CREATE TRIGGER logged AFTER INSERT ON log BEGIN UPDATE books SET pages = 1; END;
                CREATE VIRTUAL TABLE search USING fts5(title, content='books', content_rowid='id');
                """, """
                CREATE TABLE books (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL DEFAULT 'x', pages INTEGER, isbn TEXT NOT NULL);
                CREATE TABLE log (book_id INTEGER REFERENCES books (id));
                CREATE INDEX by_title ON books (title);
                CREATE VIEW long AS SELECT id FROM books WHERE pages > 500;
                CREATE TRIGGER logged AFTER INSERT ON log BEGIN UPDATE books SET pages = 1; END;
                CREATE VIRTUAL TABLE search USING fts5(title, content='books', content_rowid='id');
                """))).isEqualTo("""
            -- Up
            DROP TRIGGER logged;
            DROP VIEW long;

            CREATE TABLE books_new (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              title TEXT NOT NULL DEFAULT 'x',
              pages INTEGER,
              isbn TEXT NOT NULL
            );
            -- TODO NULL in books.title becomes 'x'
            -- TODO a value for books.isbn, which is not NULL
            INSERT INTO books_new (id, title, pages, isbn)
            SELECT id, coalesce(title, 'x'), pages, ''
            FROM books;
            DELETE FROM sqlite_sequence WHERE name = 'books_new';
            INSERT INTO sqlite_sequence (name, seq)
            SELECT 'books_new', seq FROM sqlite_sequence WHERE name = 'books';
            DROP TABLE books;
            ALTER TABLE books_new RENAME TO books;

            CREATE INDEX by_title ON books (title);

            CREATE VIEW long AS
            SELECT id
            FROM books
            WHERE pages > 500;

            INSERT INTO search (search) VALUES ('rebuild');

            CREATE TRIGGER logged AFTER INSERT ON log BEGIN
              UPDATE books
              SET pages = 1;
            END;
            """);
  }

  @Test
  void rowsAreStillFoundAndTheirNumbersNotGivenAgain() throws Exception {
    String rest =
        "CREATE VIRTUAL TABLE search USING fts5(title, content='books', content_rowid='id');";
    String before =
        "CREATE TABLE books (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT, pages INTEGER);";
    String wanted =
        "CREATE TABLE books (id INTEGER PRIMARY KEY AUTOINCREMENT, pages TEXT, title TEXT);";
    try (TestDatabase database = new TestDatabase(before + rest);
        Schema from = Schemas.script(before + rest);
        Schema to = Schemas.script(wanted + rest)) {
      database.run(
          "INSERT INTO books (title, pages) VALUES ('Moby-Dick', 635), ('Emma', 400), ('It', 1);"
              + "DELETE FROM books WHERE title = 'It'");

      database.run(MigrationDraft.between(from, to).up());

      assertThat(database.rows("SELECT rowid FROM search WHERE search MATCH 'emma'"))
          .containsExactly("2");
      database.run("INSERT INTO books (title) VALUES ('Dune')");
      assertThat(database.rows("SELECT id, pages, title FROM books"))
          .containsExactly("1|635|Moby-Dick", "2|400|Emma", "4|null|Dune");
    }
  }

  /** With rows: SQLite finds out about some of them only then. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a, b DEFAULT CURRENT_TIMESTAMP",
        "a, b DEFAULT (1 + 1)",
        "a, b UNIQUE",
        "a, b NOT NULL",
        "a, b NOT NULL DEFAULT NULL",
        "a, b AS (a) STORED",
        "a, b AS (a) NOT NULL",
        "a, b AS (\"C\" + 1), c",
        "a, b CHECK (b < c), c",
        "a, b, UNIQUE (a)",
        "b, a",
      })
  void whatSqliteCannotAddMakesTheTableAnew(String columns) throws Exception {
    String wanted = "CREATE TABLE t (" + columns + ");";
    try (Schema from = Schemas.script("CREATE TABLE t (a);");
        Schema to = Schemas.script(wanted);
        TestDatabase database = new TestDatabase("CREATE TABLE t (a); INSERT INTO t VALUES (1)")) {
      MigrationDraft draft = MigrationDraft.between(from, to);
      database.run(draft.up());

      assertThat(draft.text()).contains("ALTER TABLE t_new RENAME TO t;");
      assertThat(database.rows("SELECT a FROM t")).containsExactly("1");
    }
  }

  @Test
  void whatIsTheSameNeedsNoMigration() throws Exception {
    try (Schema from = Schemas.script("CREATE TABLE a (x);");
        Schema to = Schemas.script("create table \"a\" (x)")) {
      MigrationDraft draft = MigrationDraft.between(from, to);
      assertThat(draft.isEmpty()).isTrue();
      assertThat(draft.text()).isEqualTo("-- Up\n\n-- Down\n");
    }
  }

  /** A view of a table that is not there: SQLite renames nothing while it is. */
  @Test
  void aDraftThatDoesNotLeadThereIsNone() throws Exception {
    try (Schema from =
            Schemas.script("CREATE TABLE a (x, y); CREATE VIEW v AS SELECT z FROM gone;");
        Schema to = Schemas.script("CREATE TABLE a (y, x); CREATE VIEW v AS SELECT z FROM gone;")) {
      assertThatThrownBy(() -> MigrationDraft.between(from, to))
          .isInstanceOf(DraftFailedException.class)
          .hasMessageContaining("SQLite says: error in view v")
          .extracting(e -> ((DraftFailedException) e).text())
          .asString()
          .contains("ALTER TABLE a_new RENAME TO a;");
    }
  }

  @Test
  void randomSchemasLeadToOneAnotherAndTheirRowsStay() throws Exception {
    int rebuilt = 0;
    int added = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String before = RandomSchema.of(new Random(round));
      String wanted = round % 3 == 0
          ? RandomSchema.longer(new Random(round), new Random(-round))
          : RandomSchema.of(new Random(round + 1_000_000L));
      try (Schema from = Schemas.script(before);
          Schema to = Schemas.script(wanted);
          TestDatabase database = new TestDatabase(before)) {
        String text = "";
        try {
          MigrationDraft draft = MigrationDraft.between(from, to);
          text = draft.text();
          rebuilt += text.contains("_new RENAME TO") ? 1 : 0;
          added += text.contains("ADD COLUMN") ? 1 : 0;
          fill(database, from);
          Map<String, List<String>> old = rows(database, from, to);
          database.run(draft.up());
          try (Schema made = database.schema()) {
            assertThat(SchemaDiff.between(made, to)).isEmpty();
          }
          assertThat(rows(database, from, to)).isEqualTo(old);
          database.run(draft.down());
          try (Schema made = database.schema()) {
            assertThat(SchemaDiff.between(made, from)).isEmpty();
          }
          assertThat(rows(database, from, to)).isEqualTo(old);
        } catch (Exception | AssertionError e) {
          String shown = e instanceof DraftFailedException failed ? failed.text() : text;
          throw new AssertionError(
              "seed " + round + "\n" + before + "\n--\n" + wanted + "\n--\n" + shown, e);
        }
      }
    }
    assertThat(rebuilt).isGreaterThan(ROUNDS / 2);
    assertThat(added).isGreaterThan(ROUNDS / 20);
  }

  /** Numbers everywhere, so that every type holds them, and some NULL where there may be. */
  private static void fill(TestDatabase database, Schema schema) throws Exception {
    for (Table table : schema.tables()) {
      List<String> names = new ArrayList<>();
      for (Column column : table.columns()) {
        if (!column.generated()) {
          names.add("\"" + column.name() + "\"");
        }
      }
      for (int row = 1; row <= 3 && table.kind() == Table.Kind.TABLE; row++) {
        List<String> values = new ArrayList<>();
        for (String name : names) {
          Column column = table.column(name.replace("\"", "")).orElseThrow();
          boolean isNull = row == 2 && !column.notNull() && !column.name().equals("id");
          values.add(isNull ? "NULL" : String.valueOf(row));
        }
        database.run("INSERT INTO \"" + table.name() + "\" (" + String.join(", ", names)
            + ") VALUES (" + String.join(", ", values) + ")");
      }
    }
  }

  /** What both schemas have of a table, as numbers: their types may differ. NULL may become something where it must. */
  private static Map<String, List<String>> rows(TestDatabase database, Schema from, Schema to)
      throws Exception {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (Table table : from.tables()) {
      Optional<Table> other = to.table(table.name()).filter(found -> found.kind() == table.kind());
      if (table.kind() == Table.Kind.TABLE && other.isPresent()) {
        Map<String, Boolean> stays = new HashMap<>();
        for (Column column : table.columns()) {
          other
              .get()
              .column(column.name())
              .filter(found -> !found.generated() && !column.generated())
              .ifPresent(found -> stays.put(column.name(), found.notNull() == column.notNull()));
        }
        List<String> values = new ArrayList<>();
        for (String name : new TreeSet<>(stays.keySet())) {
          boolean same = stays.get(name);
          values.add(
              "CASE WHEN id <> 2 OR " + same + " THEN CAST(\"" + name + "\" AS INTEGER) END");
        }
        rows.put(
            table.name(),
            database.rows("SELECT " + String.join(", ", values) + " FROM \"" + table.name()
                + "\" ORDER BY CAST(id AS INTEGER)"));
      }
    }
    return rows;
  }

  private static String upOf(String draft) {
    return draft.substring(0, draft.indexOf("\n-- Down\n"));
  }

  private static String draft(String before, String wanted) throws Exception {
    try (Schema from = Schemas.script(before);
        Schema to = Schemas.script(wanted)) {
      return MigrationDraft.between(from, to).text();
    }
  }
}
