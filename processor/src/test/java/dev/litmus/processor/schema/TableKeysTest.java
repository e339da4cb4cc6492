package dev.litmus.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableKeysTest {

  private static final String SCRIPT = """
      CREATE TABLE plain (a, b);
      CREATE TABLE number (id INTEGER PRIMARY KEY, a TEXT NOT NULL UNIQUE, b COLLATE nocase UNIQUE);
      CREATE TABLE descending (id INTEGER PRIMARY KEY DESC);
      CREATE TABLE other_type (id INT PRIMARY KEY);
      CREATE TABLE text_key (id TEXT PRIMARY KEY);
      CREATE TABLE strict_key (id TEXT PRIMARY KEY) STRICT;
      CREATE TABLE without (a TEXT, b INTEGER, c, PRIMARY KEY (b, a COLLATE RTRIM)) WITHOUT ROWID;
      CREATE TABLE own_rowid (rowid TEXT, a);
      CREATE TABLE partial (a, b, c, d AS (a + b) NOT NULL);
      CREATE UNIQUE INDEX partial_a ON partial (a) WHERE b > 1;
      CREATE UNIQUE INDEX partial_b ON partial (b, abs(c));
      CREATE UNIQUE INDEX partial_d ON partial (d, c DESC);
      CREATE INDEX partial_c ON partial (c);
      CREATE TABLE "odd ""name" ("a b" TEXT NOT NULL COLLATE RTRIM UNIQUE);
      CREATE VIEW seen AS SELECT * FROM number;
      CREATE VIRTUAL TABLE found USING fts5 (body);
      """;

  private static Schema schema;

  @BeforeAll
  static void open() throws Exception {
    schema = SchemaScript.run("test", SCRIPT);
  }

  @AfterAll
  static void close() throws SQLException {
    schema.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain       | rowid BINARY                                | rowid",
        "number      | id BINARY; a BINARY; b nocase               | a id",
        "descending  | rowid BINARY; id BINARY                     | rowid",
        "other_type  | rowid BINARY; id BINARY                     | rowid",
        "text_key    | rowid BINARY; id BINARY                     | rowid",
        "strict_key  | rowid BINARY; id BINARY                     | id rowid",
        "without     | b BINARY, a RTRIM                           | a b",
        "own_rowid   | _rowid_ BINARY                              | _rowid_",
        "partial     | rowid BINARY; d BINARY, c BINARY            | d rowid",
        "odd \"name  | rowid BINARY; a b RTRIM                     | a b rowid",
        "seen        | ``                                          | ``",
        "found       | ``                                          | ``",
      })
  void keysAreThoseThatSqliteHolds(String table, String keys, String notNull) throws SQLException {
    TableKeys found = schema.keysOf(schema.table(table).orElseThrow());
    assertThat(
            String.join("; ", found.unique().stream().map(TableKeysTest::text).toList()))
        .isEqualTo(keys);
    assertThat(String.join(" ", found.notNull())).isEqualTo(notNull);
  }

  private static String text(UniqueKey key) {
    return String.join(
        ", ", key.parts().stream().map(p -> p.column() + " " + p.collation()).toList());
  }

  @Test
  void columnsKnowHowTheyAreCompared() throws SQLException {
    TableKeys number = schema.keysOf(schema.table("number").orElseThrow());
    assertThat(number.collation("B"))
        .hasValueSatisfying(c -> assertThat(c).isEqualToIgnoringCase("NOCASE"));
    assertThat(number.collation("id")).hasValue("BINARY");
    assertThat(number.collation("a")).hasValue("BINARY");
    assertThat(number.collation("c")).isEmpty();
    assertThat(number.isNeverNull("ID")).isTrue();
    assertThat(number.isNeverNull("b")).isFalse();
  }
}
