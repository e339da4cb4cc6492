package dev.litmus.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  private static final String SCRIPT = """
      CREATE TABLE item (id INTEGER PRIMARY KEY, n INTEGER, t TEXT);
      CREATE TABLE line (id INTEGER PRIMARY KEY, item INTEGER, t TEXT);
      CREATE VIEW series AS
        WITH RECURSIVE up(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM up) SELECT value FROM up;
      CREATE VIRTUAL TABLE note USING fts5 (title, body);
      INSERT INTO item
        SELECT value, value % 4, 't' || (value % 7) FROM series LIMIT 23;
      INSERT INTO line SELECT value, value % 9, 'l' || value FROM series LIMIT 17;
      INSERT INTO note SELECT 'a' || value, 'word ' || (value % 3) || ' word' FROM series LIMIT 20;
      """;

  private static final Map<String, Object> VALUES =
      Map.of("n", 2, "ids", "[1,2,3,4,5,6,7,8,9]", "word", "word", "f.least", 3);

  private static Sqlite sqlite;

  @BeforeAll
  static void fill() throws SQLException {
    sqlite = new Sqlite(SCRIPT);
  }

  @AfterAll
  static void close() throws SQLException {
    sqlite.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM item ORDER BY id",
        "SELECT * FROM item ORDER BY id;",
        "SELECT * FROM item ORDER BY id -- all of them",
        "SELECT * FROM item ORDER BY id ; -- all of them\r\n",
        "-- before\nSELECT * FROM item ORDER BY id /* without an end",
        "SELECT * FROM item WHERE n = :n AND id IN (:ids) ORDER BY n = $n, id",
        "SELECT :n, id FROM item WHERE id > :f.least ORDER BY @n, id",
        "SELECT i.id, l.id, i.t, l.t FROM item i JOIN line l ON l.item = i.id ORDER BY 1, 2",
        "SELECT *, id AS id, * FROM item ORDER BY id DESC",
        "SELECT DISTINCT t FROM item ORDER BY t",
        "SELECT DISTINCT n, n FROM item WHERE id NOT IN (:ids) ORDER BY 1",
        "SELECT n, count(*) FROM item GROUP BY n HAVING count(*) > :n ORDER BY n",
        "SELECT count(*) FROM item ORDER BY 1",
        "SELECT id, row_number() OVER (PARTITION BY n ORDER BY id) r FROM item ORDER BY r, id",
        "SELECT id, sum(n) OVER w FROM item WINDOW w AS (ORDER BY id) ORDER BY id",
        "SELECT n FROM item UNION SELECT id FROM line ORDER BY 1",
        "SELECT n FROM item UNION ALL SELECT item FROM line ORDER BY 1",
        "SELECT n FROM item EXCEPT SELECT id FROM line WHERE id IN (:ids) ORDER BY n",
        "VALUES (1, 'a'), (:n, 'b'), (3, NULL)",
        "SELECT 1, 2 UNION ALL VALUES (3, :n), (5, 6) -- last",
        "VALUES (1) UNION ALL SELECT id FROM item WHERE n = :n ORDER BY 1",
        "WITH big AS (SELECT * FROM item WHERE n >= :n) SELECT * FROM big b, big c ORDER BY b.id, c.id",
        "WITH RECURSIVE up(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM up WHERE x < 12)"
            + " SELECT x, x FROM up ORDER BY x",
        "WITH v AS (VALUES (1), (2)) VALUES (3), (4)",
        "SELECT highlight(note, 1, '<', '>'), snippet(note, 0, '', '', '', 5), rank FROM note"
            + " WHERE note MATCH :word ORDER BY rank, rowid",
        "SELECT DISTINCT highlight(note, 1, '<', '>') FROM note WHERE note MATCH :word ORDER BY rank, rowid",
        "SELECT * FROM note(:word) ORDER BY bm25(note), rowid",
        "SELECT id AS \"total!\", n \"maybe?\" FROM item ORDER BY \"total!\" DESC",
        "SELECT * FROM (SELECT * FROM item ORDER BY id LIMIT 5) ORDER BY id DESC",
        "SELECT id FROM item WHERE n = (SELECT max(n) FROM item LIMIT 1) ORDER BY id",
        "SELECT 1 AS limits ORDER BY limits",
        "SELECT 1 WHERE :n IS NULL ORDER BY 1",
      })
  void pagesTogetherAreTheQueryAndCountIsTheirNumber(String sql) throws SQLException {
    ParsedQuery query = QueryParser.parse(sql);
    Pages pages = Pages.of(query, rewriter()).orElseThrow();
    Sqlite.Values values = Sqlite.Values.of(VALUES);
    List<List<@Nullable Object>> all = sqlite.rows(rewriter().rewrite(query), values);

    assertThat(sqlite.rows(pages.count(), values).toString()).isEqualTo("[[" + all.size() + "]]");
    for (int size : List.of(1, 4, 100)) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (int offset = 0; offset <= all.size(); offset += size) {
        rows.addAll(sqlite.rows(pages.page(), values.withLimit(size, offset)));
      }
      assertThat(rows).as(pages.page().text()).isEqualTo(all);
    }
    assertThat(sqlite.schema.columnNames(pages.page().text()))
        .isEqualTo(sqlite.schema.columnNames(rewriter().rewrite(query).text()));
  }

  /** SQLite would sort all rows to count them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT id FROM item ORDER BY n, id | SELECT count(*) FROM (SELECT id FROM item)",
        "SELECT n FROM item UNION SELECT id FROM line /* all */ ORDER BY 1; -- end"
            + " | SELECT count(*) FROM (SELECT n FROM item UNION SELECT id FROM line)",
        "SELECT id FROM item ORDER BY n = :n, id | SELECT count(*) FROM (SELECT id FROM item ORDER BY n = ?, id)",
        "SELECT id FROM item ORDER BY id IN (:ids), id"
            + " | SELECT count(*) FROM (SELECT id FROM item ORDER BY id IN (SELECT +value FROM json_each(?)), id)",
      })
  void whatIsCountedIsNotSorted(String sql, String counted) throws SQLException {
    Pages pages = Pages.of(QueryParser.parse(sql), rewriter()).orElseThrow();
    assertThat(pages.count().text()).isEqualTo(counted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM item ORDER BY id LIMIT 3",
        "SELECT id FROM item ORDER BY id LIMIT :n OFFSET 2",
        "SELECT id FROM item UNION SELECT 1 LIMIT 3",
        "SELECT id FROM item WHERE id > ? ORDER BY id",
        "SELECT id FROM item WHERE id > ?1 OR id = :n ORDER BY id",
        "INSERT INTO item (n) VALUES (1) RETURNING id",
        "UPDATE item SET n = 1 RETURNING id",
        "WITH i AS (SELECT 1) DELETE FROM item WHERE id IN i RETURNING id",
        "PRAGMA table_info(item)",
        "EXPLAIN SELECT id FROM item",
        "CREATE TABLE more (id)",
        "SELECT id FROM WHERE",
        "SELECT id FROM item ORDER BY",
      })
  void otherStatementsHaveNone(String sql) {
    assertThat(Pages.of(QueryParser.parse(sql), rewriter())).isEmpty();
  }

  private static Rewriter rewriter() {
    return Rewriter.of(Set.of(List.of("ids")));
  }
}
