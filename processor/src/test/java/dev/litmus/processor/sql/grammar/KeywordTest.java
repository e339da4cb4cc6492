package dev.litmus.processor.sql.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedStatement;
import dev.litmus.processor.sql.QueryParser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In each position of a name, a keyword is one for us if and only if it is one for SQLite. */
class KeywordTest {

  /** @see <a href="https://sqlite.org/lang_keywords.html">SQLite keywords</a>, and words with a meaning somewhere. */
  private static final List<String> WORDS = List.of(
      ("ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN BETWEEN BY "
              + "CASCADE CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT "
              + "CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE DESC "
              + "DETACH DISTINCT DO DROP EACH ELSE END ESCAPE EXCEPT EXCLUDE EXCLUSIVE EXISTS EXPLAIN FAIL FILTER "
              + "FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP GROUPS HAVING IF IGNORE IMMEDIATE IN "
              + "INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL JOIN KEY LAST LEFT LIKE "
              + "LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL NULLS OF OFFSET ON OR ORDER OTHERS "
              + "OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE RANGE RECURSIVE REFERENCES REGEXP "
              + "REINDEX RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW ROWS SAVEPOINT SELECT SET "
              + "TABLE TEMP TEMPORARY THEN TIES TO TRANSACTION TRIGGER UNBOUNDED UNION UNIQUE UPDATE USING VACUUM "
              + "VALUES VIEW VIRTUAL WHEN WHERE WINDOW WITH WITHOUT "
              + "WITHIN STORED STRICT ROWID TRUE FALSE EXCLUDED OLD NEW plain")
          .split(" "));

  @ParameterizedTest
  @ValueSource(
      strings = {
        // columns
        "SELECT %s FROM numbers",
        "SELECT numbers.%s FROM numbers",
        "SELECT %s.n FROM numbers",
        "SELECT n + %s FROM numbers",
        "SELECT 1 FROM numbers WHERE %s = 1",
        "SELECT 1 FROM numbers ORDER BY %s",
        "UPDATE numbers SET %s = 1",
        "INSERT INTO numbers (%s) VALUES (1)",
        "SELECT 1 FROM numbers a JOIN numbers b USING (%s)",
        // aliases
        "SELECT n FROM numbers %s",
        "SELECT n FROM numbers %s WHERE 1",
        "SELECT n FROM numbers %s, numbers b",
        "SELECT n FROM numbers AS %s",
        "SELECT n FROM (SELECT 1 AS n) %s",
        "SELECT n %s FROM numbers",
        "SELECT n AS %s FROM numbers",
        "SELECT abs(n) %s FROM numbers",
        "SELECT 1 %s",
        "SELECT 1 + 1 %s, 2",
        "DELETE FROM numbers RETURNING n %s",
        "UPDATE numbers AS %s SET n = 1",
        // tables, functions, windows
        "SELECT 1 FROM %s",
        "SELECT 1 FROM %s.numbers",
        "SELECT 1 FROM main.%s",
        "SELECT 1 FROM %s(1)",
        "SELECT 1 IN %s",
        "SELECT %s(1)",
        "SELECT %s()",
        "WITH %s AS (SELECT 1) SELECT 1",
        "WITH %s(a) AS (SELECT 1) SELECT 1",
        "WITH a(%s) AS (SELECT 1) SELECT 1",
        "SELECT sum(n) OVER %s FROM numbers",
        "SELECT sum(n) OVER (%s ORDER BY n) FROM numbers",
        "SELECT sum(n) OVER (%s) FROM numbers",
        "SELECT 1 WINDOW %s AS ()",
        "SELECT n COLLATE %s FROM numbers",
        "SELECT CAST(n AS %s) FROM numbers",
        "SELECT n FROM numbers INDEXED BY %s",
        // definitions
        "CREATE TABLE %s (a)",
        "CREATE TABLE t (%s)",
        "CREATE TABLE t (a, %s TEXT)",
        "CREATE TABLE t (a %s)",
        "CREATE TABLE t (a TEXT %s)",
        "CREATE TABLE t (a DEFAULT %s)",
        "CREATE TABLE t (a CONSTRAINT %s UNIQUE)",
        "CREATE TABLE t (a, CONSTRAINT %s UNIQUE (a))",
        "CREATE TABLE t (a REFERENCES %s)",
        "CREATE TABLE t (a REFERENCES t MATCH %s)",
        "CREATE TABLE t (a AS (1) %s)",
        "CREATE INDEX %s ON numbers (n)",
        "CREATE INDEX i ON %s (n)",
        "CREATE INDEX i ON numbers (%s)",
        "CREATE VIEW %s AS SELECT 1",
        "CREATE VIEW v (%s) AS SELECT 1",
        "CREATE TRIGGER %s AFTER INSERT ON numbers BEGIN SELECT 1; END",
        "CREATE TRIGGER g AFTER UPDATE OF %s ON numbers BEGIN SELECT 1; END",
        "CREATE VIRTUAL TABLE %s USING fts5(a)",
        "CREATE VIRTUAL TABLE v USING %s",
        "ALTER TABLE numbers RENAME TO %s",
        "ALTER TABLE numbers RENAME n TO %s",
        "ALTER TABLE numbers RENAME %s TO a",
        "ALTER TABLE numbers RENAME COLUMN %s TO a",
        "ALTER TABLE numbers ADD %s",
        "ALTER TABLE numbers ADD COLUMN %s",
        "ALTER TABLE numbers DROP %s",
        "ALTER TABLE numbers DROP CONSTRAINT %s",
        "ALTER TABLE numbers ALTER %s DROP NOT NULL",
        "DROP TABLE %s",
        "DROP VIEW IF EXISTS %s",
        // commands
        "SAVEPOINT %s",
        "RELEASE %s",
        "RELEASE SAVEPOINT %s",
        "ROLLBACK TO %s",
        "BEGIN TRANSACTION %s",
        "COMMIT TRANSACTION %s",
        "PRAGMA %s",
        "PRAGMA main.%s",
        "PRAGMA foo = %s",
        "PRAGMA foo(%s)",
        "ATTACH 'a' AS %s",
        "ATTACH %s AS a",
        "DETACH %s",
        "VACUUM %s",
        "ANALYZE %s",
        "REINDEX %s",
        "EXPLAIN %s"
      })
  void isANameWhereSqliteTakesItForOne(String template) throws SQLException {
    List<String> differences = new ArrayList<>();
    try (Witness sqlite = Witness.of(GrammarCase.schema())) {
      for (String word : WORDS) {
        String sql = String.format(template, word);
        Witness.Verdict verdict = sqlite.ask(sql);
        ParsedStatement ours = QueryParser.parse(sql).statement();
        if (verdict.syntax() != ours.error().isPresent()) {
          differences.add(sql + " <- SQLite: " + verdict.message().orElse("fine") + ", ours: "
              + ours.error().map(Object::toString).orElse("fine"));
        }
      }
    }
    assertThat(differences).isEmpty();
  }
}
