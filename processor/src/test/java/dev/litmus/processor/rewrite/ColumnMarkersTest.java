package dev.litmus.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.analysis.Analyzer;
import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.rewrite.ColumnMarkers.Marker;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMarkersTest {

  private static final String SCRIPT = """
      CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, total INTEGER, "odd!" INTEGER);
      INSERT INTO t VALUES (1, 10, 300, 7), (2, 20, 200, 8), (3, 30, 100, 9);
      """;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '^',
      value = {
        "SELECT n AS \"n!\" FROM t ~ SELECT n AS \"n\" FROM t",
        "SELECT n AS [n?], n `m!`, n AS 'k?' FROM t ~ SELECT n AS [n], n `m`, n AS 'k' FROM t",
        "SELECT n AS \"a\"\"b!\" FROM t ~ SELECT n AS \"a\"\"b\" FROM t",
        "SELECT n AS \"a!b\", n AS \"!a\", n AS \"a! \" FROM t ~ SELECT n AS \"a!b\", n AS \"!a\", n AS \"a! \" FROM t",
        "SELECT n AS \"!\", n AS [?] FROM t ~ SELECT n AS \"!\", n AS [?] FROM t",
        "SELECT n AS \"n!!\" FROM t ~ SELECT n AS \"n!\" FROM t",
        "SELECT n AS \"N!\" FROM t ORDER BY `n!` DESC, \"n!\" ~ SELECT n AS \"N\" FROM t ORDER BY `n` DESC, \"n\"",
        "SELECT n AS \"x!\" FROM t UNION SELECT id AS \"x!\" FROM t ORDER BY \"x!\""
            + " ~ SELECT n AS \"x\" FROM t UNION SELECT id AS \"x!\" FROM t ORDER BY \"x\"",
        "INSERT INTO t (n) VALUES (1) RETURNING id AS \"id!\", n AS \"n?\""
            + " ~ INSERT INTO t (n) VALUES (1) RETURNING id AS \"id\", n AS \"n\"",
        "SELECT s.\"n!\" AS \"n!\" FROM (SELECT n AS \"n!\" FROM t) s ORDER BY s.\"n!\", \"n!\""
            + " ~ SELECT s.\"n!\" AS \"n\" FROM (SELECT n AS \"n!\" FROM t) s ORDER BY s.\"n!\", \"n\"",
        "SELECT n AS \"odd!\", (SELECT max(\"odd!\") FROM t) FROM t ~ SELECT n AS \"odd\", (SELECT max(\"odd!\") FROM t) FROM t",
        "WITH c AS (SELECT n AS \"n!\" FROM t) SELECT \"n!\" AS \"n!\" FROM c"
            + " ~ WITH c AS (SELECT n AS \"n!\" FROM t) SELECT \"n!\" AS \"n\" FROM c",
        "SELECT n FROM t WHERE '!' = \"n!\" ~ SELECT n FROM t WHERE '!' = \"n!\"",
      })
  void onlyTheNamesOfResultsLoseTheirMarks(String written, String rewritten) throws SQLException {
    assertThat(rewrite(written).text()).isEqualTo(rewritten);
  }

  /** The marked name is that of the result, wherever SQLite lets another clause use it. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      quoteCharacter = '^',
      value = {
        "SELECT n AS \"total!\" FROM t ORDER BY \"total!\" ~ [[10], [20], [30]]",
        "SELECT n AS \"total!\" FROM t ORDER BY \"total!\" COLLATE NOCASE DESC ~ [[30], [20], [10]]",
        "SELECT n AS \"total!\" FROM t ORDER BY -\"total!\" ~ [[30], [20], [10]]",
        "SELECT n AS \"total!\" FROM t WHERE \"total!\" < 25 ORDER BY id ~ [[10], [20]]",
        "SELECT n + :a AS \"total!\" FROM t WHERE \"total!\" < 25 ORDER BY id ~ [[11], [21]]",
        "SELECT n / 20 AS \"total!\", count(*) FROM t GROUP BY \"total!\" HAVING \"total!\" > 0 ~ [[1, 2]]",
        "SELECT n AS \"k!\" FROM t WHERE id IN (SELECT id FROM t i WHERE i.n = \"k!\") ORDER BY 1 ~ [[10], [20], [30]]",
        "SELECT \"odd!\" FROM t ORDER BY \"odd!\" ~ [[7], [8], [9]]",
        "SELECT s.\"k!\" AS \"k!\" FROM (SELECT n AS \"k!\" FROM t) s WHERE \"k!\" > 15 ~ [[20], [30]]",
      })
  void theyMeanTheSame(String written, String rows) throws SQLException {
    try (Sqlite sqlite = new Sqlite(SCRIPT)) {
      Sqlite.Values values = Sqlite.Values.of(Map.of("a", 1));

      assertThat(sqlite.rows(rewrite(written), values).toString())
          .as(rewrite(written).text())
          .isEqualTo(rows);
    }
  }

  /** A name in double quotes is asked about, because it might be a string. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT n AS \"k!\" FROM t ORDER BY \"k!\"",
        "SELECT n AS \"k!\" FROM t WHERE \"k!\" > 1 ORDER BY -\"k!\"",
        "SELECT n AS \"k!\" FROM t WHERE id IN (SELECT id FROM t i WHERE i.n = \"k!\")",
      })
  void aMarkedNameIsNoString(String sql) throws SQLException {
    try (Sqlite sqlite = new Sqlite(SCRIPT)) {
      assertThat(Analyzer.analyze(
                  sqlite.schema,
                  Neighbours.NONE,
                  QueryParser.parse(sql),
                  Rewriter.of(Set.of()),
                  Assumptions.NONE,
                  new Origin() {})
              .problems())
          .isEmpty();
    }
  }

  @Test
  void aMarkSaysWhatMayBeNull() {
    ParsedQuery query = QueryParser.parse("SELECT n AS \"n!\", id AS [id?], n AS m FROM t");

    assertThat(ColumnMarkers.find(query, "n")).get().returns(false, Marker::nullable);
    assertThat(ColumnMarkers.find(query, "ID")).get().returns(true, Marker::nullable);
    assertThat(ColumnMarkers.find(query, "m")).isEmpty();
  }

  private static RewrittenSql rewrite(String sql) {
    return Rewriter.of(Set.of()).rewrite(QueryParser.parse(sql));
  }
}
