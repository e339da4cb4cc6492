package dev.litmus.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks over the rows of the real engine, page by page. */
class KeysetTest {

  private static final String SCRIPT = """
      CREATE TABLE item (
        id INTEGER PRIMARY KEY, a ANY, b TEXT COLLATE NOCASE, c REAL, n INTEGER NOT NULL, t TEXT NOT NULL);
      CREATE TABLE free (id TEXT NOT NULL UNIQUE, x, y NUMERIC, z INT, item INT);
      CREATE TABLE strict (id INTEGER PRIMARY KEY, k ANY, i INTEGER, s TEXT) STRICT;
      CREATE VIEW mixed AS
        SELECT id, i AS k FROM strict UNION ALL SELECT -id, s FROM strict;
      CREATE VIRTUAL TABLE note USING fts5 (title, body);
      INSERT INTO note VALUES ('b', 'b c'), ('b b', 'c'), ('c', 'b'), ('a', 'b'), ('b', 'b c'), ('d', 'd');
      CREATE INDEX item_nt ON item (n, t, id);
      """;

  private static final Map<String, Object> VALUES = Map.of(
      "y",
      2.5,
      "five",
      5,
      "ids",
      "[1,2,3,4,5,6,7,8,9,\"x1\",\"x2\"]",
      "m.chatId",
      "b",
      "none",
      -99);

  private static Sqlite sqlite;

  @BeforeAll
  static void fill() throws SQLException {
    sqlite = new Sqlite(SCRIPT);
    Random random = new Random(7);
    for (int i = 1; i <= 15; i++) {
      sqlite.execute("INSERT INTO item VALUES (" + i + ", " + value(random) + ", "
          + pick(random, "NULL", "'a'", "'A'", "'b'", "'B'", "'ä'") + ", "
          + pick(random, "NULL", "1", "-0.0", "0.0", "9007199254740993", "1e300", "2.5") + ", "
          + random.nextInt(4) + ", " + pick(random, "'a'", "'B'", "'b'", "'😀'", "''") + ")");
      sqlite.execute("INSERT INTO free VALUES ('x" + i + "', " + value(random) + ", "
          + value(random) + ", " + value(random) + ", " + random.nextInt(40) + ")");
      sqlite.execute("INSERT INTO strict VALUES (" + i + ", " + value(random) + ", "
          + pick(random, "1", "5", "NULL", "9007199254740993", "9007199254740992") + ", "
          + pick(random, "'1'", "'5'", "'5.0'", "'abc'", "NULL", "'9007199254740993'") + ")");
    }
  }

  private static String value(Random random) {
    return pick(
        random,
        "NULL",
        "1",
        "5",
        "5.0",
        "'5'",
        "'a'",
        "'A'",
        "x'35'",
        "x''",
        "''",
        "9007199254740993",
        "9007199254740992.0",
        "-1",
        "2.5",
        "9e999",
        "'1e2'",
        "char(97, 0, 98)");
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  @AfterAll
  static void close() throws SQLException {
    sqlite.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM item ORDER BY id",
        "SELECT * FROM item ORDER BY a, id",
        "SELECT * FROM item ORDER BY a DESC, id",
        "SELECT * FROM item ORDER BY a NULLS LAST, id DESC",
        "SELECT * FROM item ORDER BY a DESC NULLS FIRST, b, id DESC",
        "SELECT * FROM item ORDER BY b, c, id",
        "SELECT * FROM item ORDER BY b COLLATE BINARY DESC, c DESC NULLS LAST, id",
        "SELECT * FROM item ORDER BY t COLLATE NOCASE, id DESC",
        "SELECT * FROM item ORDER BY n, t, id",
        "SELECT * FROM item ORDER BY n DESC, t DESC, id DESC",
        "SELECT * FROM item ORDER BY n, t DESC, id",
        "SELECT * FROM item ORDER BY n DESC, c, id",
        "SELECT * FROM item ORDER BY c, id",
        "SELECT * FROM item WHERE n = 1 OR n = 2 ORDER BY t, id",
        "SELECT * FROM item WHERE :five = n OR :five = 5 ORDER BY t, id; -- all",
        "SELECT * FROM item WHERE n > 0 -- some\nORDER BY n -- first\n, t /* then */ DESC, id",
        "SELECT id FROM item WHERE id IN (:ids) ORDER BY abs(c - :y), id DESC",
        "SELECT id, abs(c - :y) AS d FROM item ORDER BY d DESC, id",
        "SELECT id, b AS d FROM item ORDER BY d COLLATE BINARY, id",
        "SELECT id, t d FROM item ORDER BY (d) COLLATE NOCASE DESC, (id)",
        "SELECT a AS b, b AS a, id FROM item ORDER BY a, b, id",
        "SELECT c AS n, n AS c, id FROM item ORDER BY c DESC, n, id",
        "SELECT c AS n, n AS c, id FROM item ORDER BY +c, abs(n), id",
        "SELECT n, t, id FROM item ORDER BY 2, 1 DESC, 3",
        "SELECT n, t, id FROM item ORDER BY (2) DESC, 1 COLLATE NOCASE, 03",
        "SELECT n, coalesce(c, 0) AS \"c!\", id FROM item ORDER BY \"c!\" DESC, id",
        "SELECT n AS [n?], id FROM item ORDER BY [n?], id DESC",
        "SELECT 5 AS five, 'x', id FROM item ORDER BY five, 2, id",
        "SELECT main.item.id FROM main.item ORDER BY main.item.a, item.id",
        "SELECT i.*, f.x FROM item i JOIN free f ON f.item = i.id ORDER BY f.x, f.id",
        "SELECT i.*, f.x FROM item i JOIN free f ON f.item = i.id ORDER BY x DESC, y, f.id",
        "SELECT * FROM item i LEFT JOIN free f ON f.item = i.id ORDER BY f.x, f.y DESC, i.id, f.id",
        "SELECT * FROM item i LEFT JOIN free f ON f.item = i.id ORDER BY f.id NULLS LAST, i.id",
        "SELECT * FROM free f RIGHT JOIN item i ON f.item = i.id ORDER BY f.z, f.id, i.id DESC",
        "SELECT * FROM free f FULL JOIN item i ON f.item = i.id ORDER BY i.n, f.id, i.id DESC",
        "SELECT * FROM item JOIN strict USING (id) ORDER BY k, id",
        "SELECT * FROM (SELECT id AS sid, k FROM strict) FULL JOIN item ON sid = id + 5 ORDER BY id, sid",
        "SELECT id FROM item FULL JOIN (SELECT id + 5 AS id FROM item) USING (id) ORDER BY id",
        "SELECT * FROM free ORDER BY x, y, z, id",
        "SELECT * FROM free ORDER BY y DESC, id",
        "SELECT * FROM free ORDER BY z, x, id",
        "SELECT * FROM free ORDER BY rowid DESC",
        "SELECT * FROM free ORDER BY CAST(x AS TEXT), CAST(y AS NUMERIC), id",
        "SELECT * FROM free ORDER BY (SELECT t FROM item WHERE item.id = free.item), id",
        "SELECT * FROM free ORDER BY (SELECT k FROM mixed m WHERE m.id = free.item), id",
        "SELECT *, (SELECT count(*) FROM free f WHERE f.item = i.id) AS many FROM item i ORDER BY many, id",
        "SELECT * FROM strict ORDER BY k, id",
        "SELECT * FROM strict ORDER BY i DESC, s, id",
        "SELECT * FROM mixed ORDER BY k, id",
        "SELECT * FROM (SELECT i AS k, id FROM strict UNION ALL SELECT s, -id FROM strict) ORDER BY k DESC, id",
        "WITH m(k, j) AS (SELECT s, id FROM strict UNION ALL SELECT i, -id FROM strict)"
            + " SELECT k FROM m WHERE :five = 5 ORDER BY k, j DESC",
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 20)"
            + " SELECT x, x % 3 FROM c ORDER BY 2, x",
        "SELECT value, key FROM json_each(:ids) ORDER BY value DESC, key",
        "SELECT CASE WHEN n > 1 THEN t ELSE n END, id FROM item ORDER BY 1, 2",
        "SELECT id FROM item ORDER BY n IN (:ids), id",
        "SELECT id FROM item ORDER BY b = :m.chatId, t LIKE 'b%' DESC, id",
        "SELECT id FROM item ORDER BY NULL, :five, id",
        "SELECT id FROM item WHERE n = :none ORDER BY id",
        "SELECT t FROM item WHERE id = 3 AND 1 OR n = 2 AND t > '' ORDER BY -n, t || 'x', id",
        "SELECT 1 AS one ORDER BY one",
        "SELECT rowid, snippet(note, 0, '', '', '', 3) FROM note WHERE note MATCH :m.chatId ORDER BY rank, rowid",
        "SELECT i.id FROM note JOIN item i ON i.id = note.rowid WHERE note MATCH 'b OR c'"
            + " ORDER BY bm25(note) DESC, i.id",
      })
  void pagesAreTheRowsInOrder(String sql) throws SQLException {
    for (Predicate<Expression> neverNull :
        List.<Predicate<Expression>>of(e -> false, KeysetTest::isNeverNull)) {
      Walk walk = new Walk(sql, neverNull);
      List<List<@Nullable Object>> all = walk.all();
      for (int size : List.of(1, 2, 3, 7)) {
        assertThat(walk.pages(false, size)).as(sql).isEqualTo(all);
        assertThat(reversed(walk.pages(true, size))).as(sql).isEqualTo(all);
      }
      for (int i = 0; i < all.size(); i++) {
        List<@Nullable Object> keys = walk.keysOf(i);
        assertThat(walk.page(false, keys, 1000)).as(sql).isEqualTo(all.subList(i + 1, all.size()));
        assertThat(reversed(walk.page(true, keys, 1000))).as(sql).isEqualTo(all.subList(0, i));
      }
    }
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  /** What cannot be right: rows that a condition would change, an order that is another one the next time. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id FROM item",
        "SELECT DISTINCT n FROM item ORDER BY n",
        "SELECT n, count(*) FROM item GROUP BY n ORDER BY n",
        "SELECT n FROM item GROUP BY n HAVING n > 1 ORDER BY n",
        "SELECT max(n) FROM item ORDER BY id",
        "SELECT count(*) AS total FROM item ORDER BY total",
        "SELECT id FROM item ORDER BY count(*)",
        "SELECT coalesce(sum(n), 0) FROM item ORDER BY 1",
        "SELECT id, row_number() OVER (ORDER BY n) FROM item ORDER BY id",
        "SELECT id, count(*) OVER w FROM item WINDOW w AS (ORDER BY n) ORDER BY id",
        "SELECT id FROM item ORDER BY rank() OVER (ORDER BY n), id",
        "SELECT id FROM item UNION SELECT id FROM strict ORDER BY id",
        "VALUES (1), (2)",
        "SELECT id FROM item ORDER BY id LIMIT 5",
        "SELECT id FROM item ORDER BY id LIMIT :five",
        "SELECT id FROM item ORDER BY random()",
        "SELECT id, random() AS r FROM item ORDER BY r",
        "SELECT id FROM item ORDER BY julianday('NOW') - c, id",
        "SELECT id FROM item ORDER BY unixepoch() - c, id",
        "SELECT id FROM item ORDER BY strftime('%s') - c, id",
        "SELECT id FROM item ORDER BY CURRENT_DATE > t, id",
        "SELECT * FROM item ORDER BY 1",
        "SELECT id FROM item ORDER BY +1",
        "SELECT id FROM item ORDER BY -(1)",
        "SELECT id FROM item ORDER BY 0x1",
        "SELECT id FROM item ORDER BY 1_0",
        "SELECT id, lower(t) AS l FROM item ORDER BY abs(l), id",
        "SELECT id, lower(t) AS l FROM item ORDER BY l || \"l\", id",
        "SELECT * FROM item i JOIN strict s ON s.id = i.id ORDER BY id",
        "SELECT s.*, i.* FROM item i LEFT JOIN strict s USING (id) ORDER BY id",
        "SELECT *, n + 1 AS n FROM item ORDER BY n, id",
        "SELECT id FROM item WHERE id > ? ORDER BY id",
        "DELETE FROM item RETURNING id",
        "PRAGMA table_info(item)",
        "SELECT id FROM ORDER BY id",
      })
  void otherOrdersHaveNone(String sql) {
    assertThat(keyset(QueryParser.parse(sql), expression -> true)).isEmpty();
  }

  @Test
  void everyAggregateOfTheEngineIsKnown() throws SQLException {
    List<String> calls = new ArrayList<>();
    try (PreparedStatement statement = sqlite.schema.prepare(
            "SELECT DISTINCT name, narg FROM pragma_function_list WHERE type <> 's' AND name NOT IN"
                + " ('cume_dist', 'dense_rank', 'first_value', 'lag', 'last_value', 'lead', 'nth_value',"
                + " 'ntile', 'percent_rank', 'rank', 'row_number')");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        calls.add(row.getString(1) + List.of("()", "(n)", "(n, 5)").get(row.getInt(2)));
      }
    }
    assertThat(calls).hasSizeGreaterThan(20);
    assertThat(calls).allSatisfy(call -> {
      otherOrdersHaveNone("SELECT " + call + " FROM item ORDER BY id");
      otherOrdersHaveNone("SELECT 1 + (" + call + ") FROM item ORDER BY id");
    });
  }

  @Test
  void rowsThatAreThereAllTheTimeAreSeenOnce() throws SQLException {
    try (Sqlite busy = new Sqlite("CREATE TABLE q (id INTEGER PRIMARY KEY, a, keep INT)")) {
      Random random = new Random(11);
      int next = 1;
      for (; next <= 60; next++) {
        busy.execute("INSERT INTO q VALUES (" + next * 10 + ", " + value(random) + ", 1)");
      }
      ParsedQuery query =
          QueryParser.parse("SELECT id FROM q WHERE keep IS NOT NULL ORDER BY a DESC, id");
      Keyset keyset = Pages.of(query, rewriter())
          .flatMap(pages -> pages.keyset(busy.names(query), e -> false))
          .orElseThrow();
      for (boolean backwards : List.of(false, true)) {
        List<@Nullable Object> seen = new ArrayList<>();
        Sqlite.Values values = Sqlite.Values.of(Map.of()).withLimit(4, 0);
        List<List<@Nullable Object>> page = busy.rows(keyset.first(backwards), values);
        while (!page.isEmpty()) {
          page.forEach(row -> seen.add(row.get(0)));
          Object last = page.get(page.size() - 1).get(0);
          // The row of the cursor itself may be gone, and others stand where it stood.
          busy.execute("DELETE FROM q WHERE keep = 0 AND id % 3 = " + random.nextInt(3));
          busy.execute("INSERT OR IGNORE INTO q SELECT id + " + (1 + random.nextInt(4))
              + ", a, 0 FROM q WHERE id BETWEEN " + last + " - 30 AND " + last + " + 30");
          page = busy.rows(
              keyset.next(backwards), values.withKeys(Sqlite.last(page.get(page.size() - 1), 2)));
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen)
            .containsAll(busy
                .rows(
                    rewriter().rewrite(QueryParser.parse("SELECT id FROM q WHERE keep = 1")),
                    values)
                .stream()
                .map(row -> row.get(0))
                .toList());
      }
    }
  }

  /** The proof that all terms have a value makes a search of what is a walk from the start otherwise. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT id FROM item ORDER BY n, t, id           | SEARCH item USING COVERING INDEX item_nt ((n,t)>(?,?))",
        "SELECT id FROM item ORDER BY n DESC, t DESC     | SEARCH item USING COVERING INDEX item_nt ((n,t)<(?,?))",
        "SELECT id FROM item WHERE n = 1 ORDER BY t, id  | SEARCH item USING COVERING INDEX item_nt (n=? AND t>?)",
        "SELECT id FROM item ORDER BY id                 | SEARCH item USING INTEGER PRIMARY KEY (rowid>?)",
        "SELECT id FROM item ORDER BY n, id DESC         | SEARCH item USING COVERING INDEX item_nt (n>?)",
      })
  void whatIsNeverNullIsSought(String sql, String plan) throws SQLException {
    assertThat(plan(sql, expression -> true)).isEqualTo(plan);
    assertThat(plan(sql, expression -> false)).doesNotContainPattern("[<>]");
  }

  private static String plan(String sql, Predicate<Expression> neverNull) throws SQLException {
    Keyset keyset = keyset(QueryParser.parse(sql), neverNull).orElseThrow();
    try (PreparedStatement statement =
            sqlite.schema.prepare("EXPLAIN QUERY PLAN " + keyset.next(false).text());
        ResultSet row = statement.executeQuery()) {
      return row.getString("detail");
    }
  }

  @Test
  void aPageIsTheQueryAndWhatItNeeds() {
    Keyset keyset = keyset(
            QueryParser.parse("SELECT id, :y * c AS w FROM item WHERE b = :b OR n IN (:ids)"
                + " ORDER BY w DESC, id; -- all"),
            KeysetTest::isId)
        .orElseThrow();

    assertThat(keyset.keys()).isEqualTo(2);
    assertThat(keyset.first(false).text())
        .isEqualTo(
            "SELECT id, ?1 * c AS w, (?1 * c), (id) FROM item"
                + " WHERE b = ?2 OR n IN (SELECT +value FROM json_each(?3)) ORDER BY w DESC, id LIMIT ?4");
    assertThat(keyset.next(true).text())
        .isEqualTo("SELECT id, ?1 * c AS w, (?1 * c), (id) FROM item"
            + " WHERE (b = ?2 OR n IN (SELECT +value FROM json_each(?3))) AND"
            + " (((?1 * c) > ?4 OR (?4 IS NULL AND (?1 * c) IS NOT NULL))"
            + " OR ((?1 * c) IS ?4 AND ((id) < ?5))) ORDER BY w, id DESC LIMIT ?6");
    assertThat(keyset.next(true).bindings())
        .containsExactly(
            new Slot.Value(List.of("y")),
            new Slot.Value(List.of("b")),
            new Slot.Value(List.of("ids")),
            new Slot.Key(0),
            new Slot.Key(1),
            new Slot.Limit());
  }

  private static boolean isId(Expression expression) {
    return expression instanceof ColumnName column && column.name().is("id");
  }

  /** Columns that are declared so, in queries of one table. */
  private static boolean isNeverNull(Expression expression) {
    return expression instanceof ColumnName column
        && column.table().isEmpty()
        && Set.of("n", "t").contains(column.name().name().toLowerCase(Locale.ROOT));
  }

  private static final class Walk {

    private final ParsedQuery query;
    private final Keyset keyset;

    Walk(String sql, Predicate<Expression> neverNull) {
      query = QueryParser.parse(sql);
      keyset = keyset(query, neverNull).orElseThrow(() -> new AssertionError(sql));
    }

    /** The rows of the query itself. */
    List<List<@Nullable Object>> all() throws SQLException {
      return sqlite.rows(rewriter().rewrite(query), Sqlite.Values.of(VALUES));
    }

    List<@Nullable Object> keysOf(int row) throws SQLException {
      List<@Nullable Object> found =
          sqlite.rows(keyset.first(false), Sqlite.Values.of(VALUES)).get(row);
      return Sqlite.last(found, keyset.keys());
    }

    List<List<@Nullable Object>> page(boolean backwards, List<@Nullable Object> keys, int size)
        throws SQLException {
      return sqlite
          .rows(keyset.next(backwards), Sqlite.Values.of(VALUES).withKeys(keys).withLimit(size, 0))
          .stream()
          .map(this::own)
          .toList();
    }

    private List<@Nullable Object> own(List<@Nullable Object> row) {
      return row.subList(0, row.size() - keyset.keys());
    }

    List<List<@Nullable Object>> pages(boolean backwards, int size) throws SQLException {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      Sqlite.Values values = Sqlite.Values.of(VALUES).withLimit(size, 0);
      List<List<@Nullable Object>> page = sqlite.rows(keyset.first(backwards), values);
      while (!page.isEmpty() && rows.size() < 1000) {
        page.forEach(row -> rows.add(own(row)));
        List<@Nullable Object> keys = Sqlite.last(page.get(page.size() - 1), keyset.keys());
        page = sqlite.rows(keyset.next(backwards), values.withKeys(keys));
      }
      return rows;
    }
  }

  private static Rewriter rewriter() {
    return Rewriter.of(Set.of(List.of("ids")));
  }

  private static Optional<Keyset> keyset(ParsedQuery query, Predicate<Expression> neverNull) {
    return Pages.of(query, rewriter())
        .flatMap(pages -> pages.keyset(sqlite.names(query), neverNull));
  }
}
