package dev.litmus.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.processor.analysis.Analyzer;
import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.sql.QueryParser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script may hold whatever SQLite runs, and what it made is called by its right name. */
class SchemaScriptTest {

  private static final Origin ORIGIN = new Origin() {};

  /** Their tables begin on the same page, each of its own database. */
  private static final String THREE_DATABASES = """
      CREATE TABLE orders (id INTEGER PRIMARY KEY, total INTEGER);
      ATTACH ':memory:' AS archive;
      CREATE TABLE archive.lines (id INTEGER PRIMARY KEY, note TEXT);
      CREATE VIRTUAL TABLE archive.notes USING fts5(note);
      CREATE TEMP TABLE chosen (id INTEGER);
      """;

  @Test
  void anyStatementRuns() throws Exception {
    String script = """
        -- a comment; with a semicolon
        PRAGMA foreign_keys = OFF;
        BEGIN;
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES gone (id));
        INSERT INTO orders VALUES (1, 7);
        CREATE TRIGGER again AFTER INSERT ON orders BEGIN
          UPDATE orders SET customer = 1; DELETE FROM orders WHERE id = 2;
        END;
        COMMIT;
        VACUUM""";
    try (Schema schema = SchemaScript.run("shop.sql", script)) {
      assertThat(schema.tables())
          .containsExactly(
              new Table(
                  "orders",
                  Table.Kind.TABLE,
                  List.of(
                      new Column("id", "INTEGER", false, true, true, false, true),
                      Column.of("customer", "INTEGER")),
                  "shop.sql",
                  false,
                  "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES gone (id))"));
      assertThat(schema.name()).isEqualTo("shop.sql");
    }
  }

  @Test
  void aRefusedStatementIsNamedByItsLine() {
    assertThatThrownBy(() ->
            SchemaScript.run("shop.sql", "CREATE TABLE a (b);\r\n\r\n/* x */\n  DROP TABLE c;"))
        .isInstanceOfSatisfying(ScriptFailedException.class, e -> {
          assertThat(e.line()).isEqualTo(4);
          assertThat(e.words()).isEqualTo("no such table: c");
        });
  }

  @Test
  void nothingBehindANulCharacterIsLostSilently() {
    assertThatThrownBy(() -> SchemaScript.run("shop.sql", "SELECT 1\0 nonsense"))
        .isInstanceOfSatisfying(
            ScriptFailedException.class,
            e -> assertThat(e.words()).isEqualTo("the statement has a NUL character"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "SELECT * FROM orders                         | orders               | -",
        "SELECT * FROM archive.lines                  | archive.lines        | -",
        "SELECT note FROM lines                       | archive.lines        | -",
        "SELECT * FROM chosen                         | temp.chosen          | -",
        "SELECT * FROM orders JOIN lines USING (id)   | archive.lines,orders | -",
        "SELECT * FROM notes WHERE notes MATCH 'a'    | archive.notes        | -",
        "SELECT * FROM archive.sqlite_schema          | archive.sqlite_schema | -",
        "INSERT INTO lines SELECT id, 'a' FROM orders | orders               | archive.lines",
        "UPDATE orders SET total = 1                  | -                    | orders",
        "DELETE FROM lines                            | -                    | archive.lines",
        "DELETE FROM orders                           | -                    | orders",
        "DROP TABLE lines                             | - | archive.lines,archive.sqlite_schema",
        "CREATE TABLE archive.copy AS SELECT * FROM orders | orders | archive.sqlite_schema",
      })
  void pagesOfOneDatabaseAreNotThoseOfAnother(String sql, String reads, String changes)
      throws Exception {
    try (Schema schema = SchemaScript.run("shop.sql", THREE_DATABASES)) {
      QueryFacts facts = facts(schema, sql);

      assertThat(facts.reads()).isEqualTo(names(reads));
      assertThat(facts.changes()).isEqualTo(names(changes));
      assertThat(facts.writes()).isEqualTo(changes != null);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "VACUUM, true",
    "VACUUM INTO 'x', false",
    "PRAGMA journal_mode, false",
    "PRAGMA journal_mode = WAL, true",
    "PRAGMA user_version, false",
    "PRAGMA user_version = 2, true",
    "BEGIN IMMEDIATE, true",
    "BEGIN, false",
  })
  void writesWithoutATable(String sql, boolean writes) throws Exception {
    try (Schema schema = SchemaScript.run("shop.sql", "")) {
      assertThat(facts(schema, sql)).extracting(QueryFacts::writes).isEqualTo(writes);
    }
  }

  private static QueryFacts facts(Schema schema, String sql) throws Exception {
    Rewriter rewriter = Rewriter.of(Set.of());
    return Analyzer.analyze(
            schema, Neighbours.NONE, QueryParser.parse(sql), rewriter, Assumptions.NONE, ORIGIN)
        .value()
        .orElseThrow();
  }

  private static List<String> names(String names) {
    return names == null ? List.of() : List.of(names.split(","));
  }
}
