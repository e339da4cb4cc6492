package dev.litmus.processor.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a difference between two schemas, and what does not. */
class SchemaDiffTest {

  private static final String ORDERS =
      "CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL NOT NULL DEFAULT 0)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table if not exists orders(id INTEGER primary  key,total REAL not null default 0)",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, /* what it costs */ total REAL NOT NULL DEFAULT 0) -- x",
        "CREATE TABLE \"orders\" ([id] INTEGER PRIMARY KEY, `total` REAL NOT NULL DEFAULT 0)",
        "CREATE TABLE main.orders (id INTEGER PRIMARY KEY, total REAL NOT NULL DEFAULT 0)",
        "CREATE TABLE o (id INTEGER PRIMARY KEY, total REAL NOT NULL DEFAULT 0); ALTER TABLE o RENAME TO orders",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY); ALTER TABLE orders ADD COLUMN total REAL NOT NULL DEFAULT 0",
      })
  void howItIsWrittenDoesNotCount(String sql) throws Exception {
    assertThat(shown(ORDERS, sql)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total TEXT NOT NULL DEFAULT 0)",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL DEFAULT 0)",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL NOT NULL DEFAULT 1)",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL COLLATE NOCASE NOT NULL DEFAULT 0)",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL NOT NULL DEFAULT 0) STRICT",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL NOT NULL DEFAULT 0) WITHOUT ROWID",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL NOT NULL DEFAULT 0, CHECK (total > 0))",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, total REAL NOT NULL DEFAULT 0)",
        "CREATE TABLE orders (total REAL NOT NULL DEFAULT 0, id INTEGER PRIMARY KEY)",
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL GENERATED ALWAYS AS (id * 2))",
      })
  void whatItSaysCounts(String sql) throws Exception {
    assertThat(shown(ORDERS, sql)).startsWith("changed table orders\n");
    assertThat(shown(sql, sql)).isEmpty();
  }

  @Test
  void whichQuotesANameHasDoesNotCount() throws Exception {
    assertThat(shown(
            "CREATE TABLE \"a b\" (\"x y\" TEXT CHECK (\"x y\" <> ''), \"select\" INT)",
            "CREATE TABLE [a b] ([x y] TEXT CHECK (`x y` <> ''), [select] INT)"))
        .isEmpty();
  }

  /** {@code DEFAULT "true"} is a text. */
  @ParameterizedTest
  @ValueSource(strings = {"true", "FALSE", "current_timestamp", "CURRENT_DATE", "CURRENT_TIME"})
  void aNameThatWouldBeAValueWithoutQuotesIsAnother(String word) throws Exception {
    assertThat(shown(
            "CREATE TABLE t (a DEFAULT " + word + ")",
            "CREATE TABLE t (a DEFAULT \"" + word + "\")"))
        .startsWith("changed table t\n");
  }

  @Test
  void eachPieceIsShownWithItsLines() throws Exception {
    String before = """
        CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL);
        CREATE INDEX by_total ON orders (total);
        CREATE VIEW dear AS SELECT id FROM orders WHERE total > 10;
        CREATE TABLE old (a);
        """;
    String after = """
        CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL NOT NULL, placed_at TEXT);
        CREATE UNIQUE INDEX by_total ON orders (total);
        CREATE VIEW dear AS SELECT id FROM orders WHERE total > 100;
        CREATE TRIGGER t AFTER DELETE ON orders BEGIN SELECT 1; END;
        """;
    assertThat(shown(before, after)).isEqualTo("""
        removed table old
        -CREATE TABLE old (
        -  a
        -)
        changed table orders
         CREATE TABLE orders (
           id INTEGER PRIMARY KEY
        -  total REAL
        +  total REAL NOT NULL
        +  placed_at TEXT
         )
        changed index by_total
        -CREATE INDEX by_total ON orders (total)
        +CREATE UNIQUE INDEX by_total ON orders (total)
        added trigger t
        +CREATE TRIGGER t AFTER DELETE ON orders BEGIN
        +  SELECT 1;
        +END
        changed view dear
         CREATE VIEW dear AS
         SELECT id
         FROM orders
        -WHERE total > 10
        +WHERE total > 100
        """);
  }

  @Test
  void whatSqliteAndLitmusKeepForThemselvesIsApart() throws Exception {
    String sql = "CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT, b UNIQUE);"
        + "CREATE TABLE _migrations (version); CREATE INDEX m ON _migrations (version);"
        + "CREATE VIRTUAL TABLE s USING fts5(b); ANALYZE";
    assertThat(Schemas.pieces(sql).stream().map(SchemaObject::name)).containsExactly("a", "s");
  }

  @Test
  void aTableAndAViewOfOneNameAreTwoThings() throws Exception {
    assertThat(shown("CREATE TABLE a (b)", "CREATE VIEW a AS SELECT 1 AS b"))
        .contains("removed table a\n", "added view a\n");
  }

  @Test
  void whatCannotBeParsedIsComparedTokenByToken() throws Exception {
    String deep = "CREATE VIEW v AS SELECT " + "(".repeat(2000) + "1" + ")".repeat(2000) + " AS a";
    assertThat(Schemas.pieces(deep).get(0).definition()).isEmpty();
    assertThat(shown(deep, deep.replace("((", "(/* x */ ("))).isEmpty();
    assertThat(shown(deep, deep.replace("1", "2"))).startsWith("changed view v");
  }

  private static String shown(String before, String after) throws Exception {
    List<SchemaChange> changes = SchemaDiff.between(Schemas.pieces(before), Schemas.pieces(after));
    return changes.stream()
        .map(change -> change.kind().text() + " " + change.object().kind().text() + " "
            + change.object().name() + "\n"
            + change.lines().stream()
                .map(line -> line.shown() + "\n")
                .collect(Collectors.joining()))
        .collect(Collectors.joining());
  }
}
