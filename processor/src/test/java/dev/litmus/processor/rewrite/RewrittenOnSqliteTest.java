package dev.litmus.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rewritten SQL does what the query says, in places where a simpler rewriter would go wrong. */
class RewrittenOnSqliteTest {

  private static final String SCRIPT = """
      CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER, s TEXT UNIQUE);
      CREATE TABLE o (id INTEGER PRIMARY KEY, t INTEGER);
      INSERT INTO t VALUES (1, 10, 'a'), (2, 20, 'b'), (3, 30, 'c'), (4, 20, '5');
      INSERT INTO o VALUES (1, 1), (2, 2), (3, 2);
      """;

  private static final Map<String, Object> VALUES = Map.of(
      "a",
      1,
      "b",
      20,
      "m.id",
      2,
      "m.chat.id",
      3,
      "ids",
      "[1,3,99]",
      "f.names",
      "[\"a\",\"b\",5]",
      "none",
      "[]",
      "nulls",
      "[1,null]",
      "s",
      "b",
      "a::b(c)",
      7);

  private Sqlite sqlite;

  @BeforeEach
  void open() throws SQLException {
    sqlite = new Sqlite(SCRIPT);
  }

  @AfterEach
  void close() throws SQLException {
    sqlite.close();
  }

  static List<List<String>> queries() {
    return List.of(
        List.of("SELECT id FROM t WHERE id = :a ;", "[[1]]"),
        List.of("SELECT id FROM t WHERE id = :a -- :b", "[[1]]"),
        List.of("SELECT id FROM t WHERE id = :a; -- :b\r\n/* ; */", "[[1]]"),
        List.of("SELECT id FROM t WHERE id = :a /* :b", "[[1]]"),
        List.of("-- :b\r\n/* ? */\r\nSELECT id\r\nFROM t\r\nWHERE id = :a\r\n", "[[1]]"),
        List.of(
            "SELECT ':a', \":b\", `:c`, [:d] FROM (SELECT 1 \":b\", 2 `:c`, 3 AS [:d])",
            "[[:a, 1, 2, 3]]"),
        List.of("SELECT 'it''s :a', 'x\\', :a, '\\'", "[[it's :a, x\\, 1, \\]]"),
        List.of("SELECT :a, @a, $a, :b", "[[1, 1, 1, 20]]"),
        List.of("SELECT :b, $a, @b, :a, :m.id, $m.id", "[[20, 1, 20, 1, 2, 2]]"),
        List.of("SELECT $a::b(c), $a", "[[7, 1]]"),
        List.of("SELECT :m.id+:m.chat.id, 1.5, .5, :a || '.x'", "[[5, 1.5, 0.5, 1.x]]"),
        List.of("SELECT:a,-:b,+:a FROM t WHERE id=:a", "[[1, -20, 1]]"),
        List.of(
            "SELECT n > :b AS x, count(*) FROM t GROUP BY n > :b ORDER BY n > :b",
            "[[0, 3], [1, 1]]"),
        List.of(
            "SELECT n / :a, max(id) FROM t GROUP BY n / :a HAVING n / :a >= :b ORDER BY 1",
            "[[20, 4], [30, 3]]"),
        List.of("SELECT DISTINCT n + :a FROM t ORDER BY n + :a DESC", "[[31], [21], [11]]"),
        List.of("SELECT n + :a FROM t UNION SELECT :b ORDER BY n + :a", "[[11], [20], [21], [31]]"),
        List.of("SELECT id FROM t WHERE id IN (:ids) ORDER BY id", "[[1], [3]]"),
        List.of("SELECT id FROM t WHERE id NOT IN (:ids) ORDER BY id", "[[2], [4]]"),
        List.of(
            "SELECT id FROM t WHERE id IN (:none) OR id NOT IN (:none) ORDER BY id",
            "[[1], [2], [3], [4]]"),
        List.of("SELECT id FROM t WHERE id NOT IN (:nulls)", "[]"),
        List.of("SELECT id FROM t WHERE s IN (:f.names) ORDER BY id", "[[1], [2], [4]]"),
        List.of("SELECT id FROM t WHERE id IN(:ids)AND id IN(:ids)AND s NOT IN(:f.names)", "[[3]]"),
        List.of(
            "SELECT id FROM t WHERE NOT id IN (/* ( */ :ids -- )\r\n) ORDER BY id", "[[2], [4]]"),
        List.of(
            "SELECT id FROM t WHERE id IN (SELECT t FROM o WHERE id IN (:ids)) ORDER BY 1",
            "[[1], [2]]"),
        List.of("SELECT id FROM t WHERE (id IN (:ids)) IN (:ids) ORDER BY id", "[[1], [3]]"),
        List.of("SELECT id FROM t WHERE id IN (:ids) IN (:ids) ORDER BY id", "[[1], [3]]"),
        List.of(
            "SELECT id FROM t WHERE id IN ((SELECT max(id) FROM o WHERE id IN (:ids)), :a) ORDER BY id",
            "[[1], [3]]"),
        List.of(
            "WITH c AS (SELECT id FROM t WHERE id IN (:ids)) SELECT * FROM c WHERE id NOT IN (:none) ORDER BY id",
            "[[1], [3]]"),
        List.of(
            "SELECT CASE WHEN id IN (:ids) THEN 'in' ELSE 'out' END FROM t ORDER BY id",
            "[[in], [out], [in], [out]]"),
        List.of("SELECT n FROM t GROUP BY n HAVING max(id) IN (:ids) ORDER BY n", "[[10], [30]]"),
        List.of(
            "SELECT t.id, o.id FROM t JOIN o ON o.t = t.id AND o.id IN (:ids) ORDER BY 2",
            "[[1, 1], [2, 3]]"),
        List.of(
            "SELECT id IN (:ids), count(*) FROM t GROUP BY id IN (:ids) ORDER BY id IN (:ids)",
            "[[0, 2], [1, 2]]"),
        List.of("SELECT sum(n) FILTER (WHERE id IN (:ids)) OVER () FROM t LIMIT :a", "[[40]]"),
        List.of(
            "INSERT INTO t (id, n) VALUES (:a, :b), (9, 9) ON CONFLICT (id) DO UPDATE SET n = excluded.n + :a"
                + " WHERE t.id IN (:ids) RETURNING id, n, id IN (:ids)",
            "[[1, 21, 1], [9, 9, 0]]"),
        List.of(
            "INSERT INTO t (id, n) SELECT id + 50, :b FROM t WHERE id IN (:ids) RETURNING id",
            "[[51], [53]]"),
        List.of(
            "UPDATE t SET n = :a, s = CASE WHEN t.id IN (:ids) THEN 'x' || t.id ELSE s END FROM o"
                + " WHERE o.t = t.id AND o.id IN (:ids) RETURNING t.id, s",
            "[[1, x1], [2, b]]"),
        List.of("DELETE FROM t WHERE id IN (:ids) AND n <> :b RETURNING id", "[[1], [3]]"),
        List.of("REPLACE INTO t VALUES (:m.id, :b, :s) RETURNING *", "[[2, 20, b]]"),
        List.of(
            "SELECT s AS \"s!\", n AS \"n?\" FROM t WHERE id = :a ORDER BY \"s!\"", "[[a, 10]]"),
        List.of("SELECT '{\"a\":5}' ->> '$.a', :a -> '$'", "[[5, 1]]"),
        List.of("SELECT id FROM t WHERE s LIKE :s ESCAPE '\\' AND s GLOB '[a-c]'", "[[2]]"),
        List.of("SELECT x.value FROM json_each(:ids) AS x WHERE x.value < :b", "[[1], [3]]"),
        List.of("VALUES (:a, :b), (:b, :a)", "[[1, 20], [20, 1]]"),
        List.of("SELECT 'ä😀', :s AS \"😀\", 'x' || :s", "[[ä😀, b, xb]]"));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void doesWhatTheQuerySays(List<String> expected) throws SQLException {
    RewrittenSql sql = rewrite(expected.get(0));

    assertThat(sqlite.rows(sql, Sqlite.Values.of(VALUES)).toString())
        .as(sql.text())
        .isEqualTo(expected.get(1));
  }

  /** A rule refuses them; until it has spoken, their numbers are nobody else's. */
  @Test
  void namesBesidePositionsStay() {
    assertThat(rewrite("SELECT ?, :a, ?3, :a, :m.id").text()).isEqualTo("SELECT ?, :a, ?3, :a, ?");
  }

  private static RewrittenSql rewrite(String sql) {
    ParsedQuery query = QueryParser.parse(sql);
    return Rewriter.of(
            Set.of(List.of("ids"), List.of("f", "names"), List.of("none"), List.of("nulls")))
        .rewrite(query);
  }
}
