package dev.litmus.processor.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.rewrite.Pages;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which orders are proven to tell all rows apart, and that what is proven is true. */
class KeysetOrderTest {

  private static final String SCRIPT = """
      CREATE TABLE a (
        id INTEGER PRIMARY KEY, t TEXT NOT NULL COLLATE NOCASE UNIQUE, u TEXT NOT NULL, v INT NOT NULL,
        n TEXT UNIQUE, x ANY NOT NULL UNIQUE, UNIQUE (u COLLATE NOCASE, v));
      CREATE TABLE b (k TEXT NOT NULL PRIMARY KEY, a INT, t TEXT, g BLOB NOT NULL UNIQUE);
      CREATE TABLE w (k TEXT, l INT, a INT, m TEXT COLLATE NOCASE, PRIMARY KEY (k, l)) WITHOUT ROWID;
      CREATE TABLE p (k TEXT PRIMARY KEY, v INT NOT NULL, z INT NOT NULL, f INT NOT NULL);
      CREATE UNIQUE INDEX p_some ON p (v) WHERE z > 1;
      CREATE UNIQUE INDEX p_expression ON p (abs(f));
      CREATE TABLE d (id INTEGER PRIMARY KEY DESC, v INT NOT NULL);
      CREATE TABLE s (k TEXT PRIMARY KEY, l ANY NOT NULL UNIQUE) STRICT;
      CREATE TABLE o (rowid TEXT, x INT NOT NULL);
      CREATE VIEW va AS SELECT * FROM a;
      CREATE VIRTUAL TABLE f USING fts5 (body);
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

  private static KeysetOrder order(String sql) throws SQLException {
    assertThat(schema.refusal(sql)).as(sql).isEmpty();
    ParsedQuery query = QueryParser.parse(sql);
    Pages pages = Pages.of(query, Rewriter.of(Set.of())).orElseThrow();
    KeysetOrder order = KeysetOrder.of(schema, query, pages);
    assertThat(order.keyset()).as(sql).isPresent();
    return order;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM a ORDER BY id",
        "SELECT * FROM a ORDER BY v DESC, u, rowid",
        "SELECT * FROM a ORDER BY oid",
        "SELECT * FROM a ORDER BY t",
        "SELECT * FROM a ORDER BY t COLLATE BINARY",
        "SELECT * FROM a ORDER BY x",
        "SELECT * FROM a ORDER BY v, u",
        "SELECT * FROM a ORDER BY v, u COLLATE NOCASE",
        "SELECT * FROM a WHERE v = :v ORDER BY u",
        "SELECT * FROM a WHERE (5 = (v)) AND id > 3 ORDER BY u",
        "SELECT * FROM a WHERE u = 'x' ORDER BY v",
        "SELECT * FROM a WHERE id = :id ORDER BY v",
        "SELECT * FROM a WHERE n = :n ORDER BY v",
        "SELECT id AS v, v AS other FROM a ORDER BY v",
        "SELECT id, v FROM a ORDER BY 1",
        "SELECT * FROM b ORDER BY k",
        "SELECT * FROM b ORDER BY rowid",
        "SELECT * FROM b ORDER BY t, _rowid_",
        "SELECT * FROM o ORDER BY oid",
        "SELECT * FROM w ORDER BY k, l",
        "SELECT * FROM w WHERE l = :l ORDER BY k",
        "SELECT * FROM p WHERE f = :f AND (z > 1) ORDER BY v",
        "SELECT * FROM s ORDER BY k",
        "SELECT * FROM s ORDER BY l",
        "SELECT * FROM main.a ORDER BY main.a.id",
        "SELECT * FROM a JOIN b ON b.a = a.id ORDER BY b.k",
        "SELECT * FROM a, b WHERE b.a = a.id ORDER BY b.k",
        "SELECT * FROM a JOIN b ON b.a = a.id ORDER BY a.v, b.k",
        "SELECT * FROM b LEFT JOIN a ON a.id = b.a ORDER BY b.k",
        "SELECT * FROM a LEFT JOIN b ON b.a = a.id ORDER BY a.id, b.k",
        "SELECT * FROM a LEFT JOIN b ON b.k = :k ORDER BY a.id",
        "SELECT * FROM a LEFT JOIN b ON b.k = a.u ORDER BY a.id",
        "SELECT * FROM a JOIN w ON w.a = a.id AND w.l = 1 ORDER BY w.k",
        "SELECT * FROM a, b ORDER BY a.id, b.k",
        "SELECT * FROM a x JOIN a y ON x.v = y.id ORDER BY x.id",
        "SELECT * FROM b JOIN a ON a.id = b.a JOIN w ON w.k = b.k AND w.l = a.id ORDER BY b.k",
        "SELECT *, (SELECT count(*) FROM b WHERE b.a = a.id) AS c FROM a ORDER BY c, id",
      })
  void keysAreTotal(String sql) throws SQLException {
    assertThat(order(sql).total()).as(sql).isTrue();
    assertThat(order(sql).cure()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM a ORDER BY v                                          | id",
        "SELECT * FROM a ORDER BY u                                          | id",
        "SELECT * FROM a ORDER BY u COLLATE RTRIM, v                         | id",
        "SELECT * FROM a ORDER BY n                                          | id",
        "SELECT * FROM a ORDER BY +id                                        | id",
        "SELECT * FROM a ORDER BY abs(id)                                    | id",
        "SELECT * FROM a WHERE n IS :n ORDER BY v                            | id",
        "SELECT * FROM a WHERE v = :v OR id = 3 ORDER BY u                   | id",
        "SELECT * FROM a WHERE v > :v ORDER BY u                             | id",
        "SELECT * FROM a WHERE v = abs(:v) ORDER BY u                        | id",
        "SELECT * FROM a WHERE NOT (v = :v) ORDER BY u                       | id",
        "SELECT * FROM a WHERE v IN (1, 2) ORDER BY u                        | id",
        "SELECT * FROM a WHERE u = CURRENT_TIME ORDER BY v                   | id",
        "SELECT v AS id, id AS v FROM a ORDER BY id                          | a.id",
        "SELECT * FROM b ORDER BY a                                          | k",
        "SELECT * FROM b ORDER BY k COLLATE NOCASE                           | k",
        "SELECT * FROM w ORDER BY k                                          | l",
        "SELECT * FROM w ORDER BY l, k COLLATE NOCASE                        | k",
        "SELECT * FROM w WHERE m = :m ORDER BY l                             | k",
        "SELECT * FROM p ORDER BY k                                          | rowid",
        "SELECT * FROM p WHERE z > 2 ORDER BY v                              | rowid",
        "SELECT * FROM p ORDER BY f                                          | rowid",
        "SELECT * FROM o ORDER BY rowid                                      | _rowid_",
        "SELECT * FROM d ORDER BY id                                         | rowid",
        "SELECT * FROM a JOIN b ON b.a = a.id ORDER BY a.id                  | b.k",
        "SELECT * FROM a JOIN b ON b.a = a.id ORDER BY a.v                   | b.k",
        "SELECT * FROM a, b ORDER BY a.id                                    | b.k",
        "SELECT * FROM a, b ORDER BY a.v                                     | a.id b.k",
        "SELECT * FROM a LEFT JOIN b ON b.a = a.id ORDER BY b.k              | a.id",
        "SELECT * FROM a LEFT JOIN b ON b.a = a.id AND a.id = 3 ORDER BY b.k | a.id",
        "SELECT * FROM b LEFT JOIN a ON a.id > b.a ORDER BY b.k              | a.id",
        "SELECT * FROM b JOIN a ON a.v = b.a ORDER BY b.k                    | a.id",
        "SELECT * FROM a JOIN b ON b.k = a.v ORDER BY a.id                   | b.k",
        "SELECT * FROM a JOIN b ON b.g = a.u ORDER BY a.id                   | b.k",
        "SELECT * FROM a JOIN b ON a.t = b.k ORDER BY a.id                   | b.k",
        "SELECT * FROM b JOIN s ON s.l = b.k ORDER BY b.k                    | s.k",
        "SELECT * FROM a x JOIN a y ON x.v = y.v ORDER BY x.id               | y.id",
      })
  void othersAreNotAndAreToldWhatIsMissing(String sql, String cure) throws SQLException {
    KeysetOrder order = order(sql);
    assertThat(order.total()).as(sql).isFalse();
    assertThat(String.join(" ", order.cure())).as(sql).isEqualTo(cure);
    assertThat(order(sql + ", " + String.join(", ", order.cure())).total())
        .as(sql)
        .isTrue();
  }

  /** Nothing is known of these, so nothing is claimed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM va ORDER BY id",
        "SELECT * FROM f ORDER BY rowid",
        "SELECT * FROM (SELECT * FROM a) ORDER BY id",
        "WITH a AS (SELECT 1 AS id UNION ALL SELECT 1) SELECT * FROM a ORDER BY id",
        "WITH c AS (SELECT * FROM a) SELECT * FROM c ORDER BY id",
        "SELECT * FROM a JOIN va ON va.id = a.id ORDER BY a.id",
        "SELECT * FROM a, json_each('[1,1]') ORDER BY a.id",
        "SELECT * FROM b RIGHT JOIN a ON a.id = b.a ORDER BY a.id, b.k",
        "SELECT * FROM b FULL JOIN a ON a.id = b.a ORDER BY a.id, b.k",
        "SELECT w.k FROM w JOIN b USING (k) ORDER BY b.g",
        "SELECT a.id FROM a NATURAL JOIN w ORDER BY a.id",
        "SELECT a.id FROM a JOIN (b JOIN w ON w.k = b.k) ON b.a = a.id ORDER BY a.id",
        "SELECT 1 AS one ORDER BY one",
      })
  void ofOthersNothingIsKnown(String sql) throws SQLException {
    assertThat(order(sql).total()).as(sql).isFalse();
    assertThat(order(sql).cure()).isEmpty();
  }

  @Test
  void aPageSeeksWhereNothingIsNull() throws SQLException {
    assertThat(next("SELECT id FROM a ORDER BY v, id"))
        .endsWith("((v), (id)) > (?1, ?2) ORDER BY v, id LIMIT ?3");
    assertThat(next("SELECT id FROM a ORDER BY n, id")).contains("IS NULL");
    assertThat(next("SELECT b.k FROM b LEFT JOIN a ON a.id = b.a ORDER BY a.id, b.k"))
        .contains("IS NULL");
  }

  private static String next(String sql) throws SQLException {
    return order(sql).keyset().orElseThrow().next(false).text();
  }

  /** Whatever is proven of random queries is true of random rows; ties are many in them. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void whatIsProvenIsTrue(int seed) throws Exception {
    Random random = new Random(seed);
    int proven = 0;
    for (int round = 0; round < 5; round++) {
      try (Schema rows = SchemaScript.run("rows", SCRIPT + rows(random))) {
        for (int i = 0; i < 300; i++) {
          RandomOrder query = RandomOrder.of(random);
          if (order(query.sql()).total()) {
            proven++;
            assertThat(ties(rows, query)).as(query.sql()).isZero();
          }
        }
      }
    }
    assertThat(proven).isGreaterThan(100);
  }

  private static int ties(Schema rows, RandomOrder query) throws SQLException {
    try (PreparedStatement statement = rows.prepare("SELECT count(*) FROM (" + query.ties() + ")");
        ResultSet row = statement.executeQuery()) {
      return row.getInt(1);
    }
  }

  private static String rows(Random random) {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      script
          .append("INSERT OR IGNORE INTO a VALUES (")
          .append(values(random, "n", "t", "t", "n", "t", "v"))
          .append(");INSERT OR IGNORE INTO b VALUES (")
          .append(values(random, "t", "n", "t", "v"))
          .append(");INSERT OR IGNORE INTO w VALUES (")
          .append(values(random, "t", "n", "n", "t"))
          .append(");INSERT OR IGNORE INTO p VALUES (")
          .append(values(random, "t", "n", "n", "n"))
          .append(");INSERT OR IGNORE INTO s VALUES (")
          .append(values(random, "t", "v"))
          .append(");\n");
    }
    return script.toString();
  }

  private static String values(Random random, String... kinds) {
    return IntStream.range(0, kinds.length)
        .mapToObj(i -> value(random, kinds[i]))
        .collect(Collectors.joining(", "));
  }

  private static String value(Random random, String kind) {
    List<String> numbers = List.of("1", "2", "3", "4", "5", "6");
    List<String> texts =
        List.of("'a'", "'A'", "'b'", "'B '", "'5'", "'05'", "'5.0'", "'1'", "'2'", "NULL");
    List<String> any = List.of("1", "'1'", "1.0", "x'31'", "'a'", "'A'", "5", "'05'", "2");
    List<String> from = kind.equals("n") ? numbers : kind.equals("t") ? texts : any;
    return from.get(random.nextInt(from.size()));
  }

  /** A query of one table or two, with some conditions, in some order. */
  private record RandomOrder(String from, String where, List<String> terms) {

    private static final List<String> COLUMNS = List.of(
        "a.id", "a.t", "a.u", "a.v", "a.n", "a.x", "b.k", "b.a", "b.t", "b.g", "w.k", "w.l", "w.a",
        "w.m", "p.k", "p.v", "p.z", "p.f", "s.k", "s.l", "b.rowid", "p.rowid");

    static RandomOrder of(Random random) {
      List<String> tables = List.of("a", "b", "w", "p", "s");
      String left = pick(random, tables);
      String right = pick(random, tables);
      if (left.equals(right) || random.nextInt(3) == 0) {
        List<String> columns = columnsOf(left);
        return new RandomOrder(left, condition(random, columns, columns), terms(random, columns));
      }
      List<String> columns = new java.util.ArrayList<>(columnsOf(left));
      columns.addAll(columnsOf(right));
      String from = left + (random.nextBoolean() ? " JOIN " : " LEFT JOIN ") + right + " ON "
          + condition(random, columnsOf(left), columnsOf(right));
      return new RandomOrder(from, condition(random, columns, columns), terms(random, columns));
    }

    private static List<String> columnsOf(String table) {
      return COLUMNS.stream().filter(column -> column.startsWith(table + ".")).toList();
    }

    private static String pick(Random random, List<String> list) {
      return list.get(random.nextInt(list.size()));
    }

    private static String condition(Random random, List<String> some, List<String> others) {
      String equality = switch (random.nextInt(5)) {
        case 0, 1 -> pick(random, some) + " = " + pick(random, others);
        case 2 -> pick(random, others) + " = " + pick(random, some);
        case 3 -> pick(random, others) + " = " + pick(random, List.of("1", "'a'", "'5'", "2"));
        default -> "1";
      };
      return random.nextInt(3) > 0
          ? equality
          : equality + " AND " + condition(random, some, others);
    }

    private static List<String> terms(Random random, List<String> columns) {
      return IntStream.rangeClosed(0, random.nextInt(3))
          .mapToObj(i -> pick(random, columns)
              + pick(random, List.of("", "", "", " COLLATE NOCASE", " COLLATE BINARY")))
          .distinct()
          .toList();
    }

    String sql() {
      return "SELECT 1 AS one FROM " + from + " WHERE " + where + " ORDER BY "
          + String.join(", ", terms);
    }

    String ties() {
      return "SELECT 1 AS one FROM " + from + " WHERE " + where + " GROUP BY "
          + String.join(", ", terms) + " HAVING count(*) > 1";
    }
  }
}
