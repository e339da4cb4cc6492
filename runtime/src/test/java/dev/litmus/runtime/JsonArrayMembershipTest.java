package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The list that generated SQL reads from JSON finds exactly the rows that a list of bound values finds: for columns of
 * every affinity, in every kind of table, with values that are nearly the same. Seeded.
 *
 * @see <a href="https://sqlite.org/datatype3.html#affinity_of_expressions">Affinity of expressions</a>
 */
class JsonArrayMembershipTest {

  private static final String LIST = "SELECT +value FROM json_each(?)";
  private static final int COLLECTIONS = 5;

  private static final List<String> OPERANDS =
      List.of("c", "c COLLATE NOCASE", "+c", "lower(c)", "CAST(c AS TEXT)", "c + 0");

  private static final List<Object> NUMBERS = List.of(
      0,
      1,
      5,
      -5,
      10,
      1_000_000_000_000_000L,
      9007199254740992L,
      9007199254740993L,
      Long.MAX_VALUE,
      Long.MAX_VALUE - 1,
      Long.MIN_VALUE,
      0.0,
      -0.0,
      1.0,
      5.0,
      5.5,
      -5.0,
      0.1,
      1e15,
      1e16,
      0x1p53,
      0x1p63,
      -0x1p63,
      1e300,
      Double.MIN_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY);

  private static final List<String> TEXTS = List.of(
      "",
      " ",
      "5",
      "5.0",
      "05",
      " 5",
      "5 ",
      "+5",
      "5e0",
      "5x",
      "0x5",
      "-5",
      "1",
      "1.0",
      "true",
      "0",
      "-0",
      "-0.0",
      "0.1",
      ".1",
      "1e15",
      "1000000000000000",
      "1000000000000000.0",
      "9007199254740993",
      "9007199254740993.0",
      "9223372036854775807",
      "9223372036854775808",
      "-9223372036854775808",
      "1e300",
      "1e999",
      "Inf",
      "abc",
      "ABC",
      "abc ",
      "a\0b",
      "a",
      "É",
      "é",
      "1970-01-01T00:00:00.000Z",
      "1970-01-01 00:00:00");

  private static final List<Object> BLOBS =
      List.of(new byte[0], new byte[] {'5'}, new byte[] {'a', 'b', 'c'});

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  static Stream<String> tables() {
    List<String> tables = new ArrayList<>();
    for (String type : List.of("INTEGER", "REAL", "TEXT", "NUMERIC", "BLOB", "DATETIME", "")) {
      for (String collation : List.of("", " COLLATE NOCASE", " COLLATE RTRIM")) {
        String column = "c " + type + collation;
        tables.add("CREATE TABLE t (" + column + ", n)");
        tables.add("CREATE TABLE t (" + column + ", n); CREATE INDEX i ON t (c)");
        tables.add("CREATE TABLE t (" + column + ", n); CREATE INDEX i ON t (c COLLATE NOCASE, n)");
        tables.add("CREATE TABLE t (" + column + " PRIMARY KEY, n) WITHOUT ROWID");
        tables.add("CREATE TABLE u (" + column + ", n); CREATE VIEW t AS SELECT c, n FROM u"
            + " UNION ALL SELECT c, n FROM u WHERE n < 5;"
            + "CREATE TRIGGER i INSTEAD OF INSERT ON t BEGIN"
            + " INSERT INTO u VALUES (new.c, new.n); END");
      }
    }
    tables.add("CREATE TABLE t (c INTEGER PRIMARY KEY, n)");
    tables.add("CREATE TABLE t (c INTEGER PRIMARY KEY DESC, n)");
    for (String type : List.of("INTEGER", "REAL", "TEXT", "BLOB", "ANY")) {
      tables.add("CREATE TABLE t (c " + type + ", n ANY) STRICT; CREATE INDEX i ON t (c)");
    }
    return tables.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void everyCollectionFindsTheRowsThatItsElementsFind(String table) throws SQLException {
    Random random = new Random(table.hashCode());
    create(table, random);
    for (String operand : OPERANDS) {
      for (List<?> kind : kinds(table)) {
        for (int round = 0; round < COLLECTIONS; round++) {
          List<?> collection = sample(kind, round, random);
          same("SELECT n FROM t WHERE " + operand + " IN ", "", collection);
          same("SELECT n FROM t WHERE " + operand + " NOT IN ", "", collection);
          same("SELECT n, " + operand + " IN ", " FROM t", collection);
        }
      }
    }
  }

  /** Why there is a plus: without it the elements would keep an affinity of their own, and 5 would not find '5'. */
  @Test
  void withoutThePlusATextKeyIsNotFoundByItsNumber() throws SQLException {
    create("CREATE TABLE t (c TEXT, n)", new Random(1));

    same("SELECT n FROM t WHERE c IN ", "", List.of(5));
    assertThat(rows("SELECT n FROM t WHERE c IN (" + LIST + ")", "[5]")).hasSize(2);
    assertThat(rows("SELECT n FROM t WHERE c IN (SELECT value FROM json_each(?))", "[5]"))
        .isEmpty();
  }

  @Test
  void columnsThatAreCalledLikeThoseOfJsonEachAreNotConfusedWithThem() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE t (value INTEGER, key, json, id, atom);"
          + "INSERT INTO t VALUES (1, 2, 3, 4, 5), (6, 7, 8, 9, 10)");
    }
    for (String column : List.of("value", "key", "json", "id", "atom", "rowid")) {
      for (List<?> collection : List.of(List.of(1, 3), List.of(2, 9), List.of(5, 8), List.of())) {
        same("SELECT rowid FROM t WHERE " + column + " IN ", "", collection);
        same("SELECT rowid FROM t WHERE " + column + " NOT IN ", "", collection);
      }
    }
  }

  /**
   * The one difference: rows of a subquery take the affinity REAL on, elements of a list do not. So a long that no double
   * is equal to finds the double next to it. The processor refuses longs for REAL columns.
   */
  @Test
  void aLongThatNoDoubleIsEqualToFindsItsNeighbourAmongReals() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE t (c REAL); INSERT INTO t VALUES (9007199254740992.0)");
    }
    String where = "SELECT c FROM t WHERE c IN (";

    assertThat(rows(where + "?)", 9007199254740993L)).isEmpty();
    assertThat(rows(where + LIST + ")", "[9007199254740993]")).hasSize(1);
    assertThat(rows(where + LIST + ")", "[9007199254740992]")).hasSize(1);
  }

  /** The elements of one Java type each; for reals, without the integers that no double is equal to. */
  private static List<List<?>> kinds(String table) {
    boolean real = table.contains("c REAL");
    return List.of(
        NUMBERS.stream().filter(Integer.class::isInstance).toList(),
        NUMBERS.stream()
            .filter(Long.class::isInstance)
            .filter(number -> !(real && isBetweenDoubles(number)))
            .toList(),
        NUMBERS.stream().filter(Double.class::isInstance).toList(),
        List.of(true, false),
        TEXTS.stream().filter(text -> !(real && isBetweenDoubles(text))).toList(),
        List.of(Instant.EPOCH, Instant.parse("2026-02-03T12:00:00.250Z")));
  }

  private static boolean isBetweenDoubles(Object value) {
    String digits = value.toString();
    return digits.matches("-?\\d+")
        && new BigDecimal(digits).compareTo(new BigDecimal(Double.parseDouble(digits))) != 0;
  }

  private static List<?> sample(List<?> kind, int round, Random random) {
    int size = round < 3 ? round : random.nextInt(2 * kind.size());
    List<Object> sample = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      sample.add(kind.get(random.nextInt(kind.size())));
    }
    return sample;
  }

  private void create(String table, Random random) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(table);
    }
    List<@Nullable Object> values = new ArrayList<>(NUMBERS);
    values.addAll(TEXTS);
    values.addAll(BLOBS);
    values.add(null);
    Collections.shuffle(values, random);
    int inserted = 0;
    for (int n = 0; n < values.size(); n++) {
      inserted += insert(values.get(n), n);
    }
    assertThat(inserted).isGreaterThan(2);
  }

  /** Not every value fits every column; what does not is left out. */
  private int insert(@Nullable Object value, int n) {
    try (PreparedStatement statement = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
      bind(statement, 1, value);
      statement.setInt(2, n);
      statement.executeUpdate();
      return 1;
    } catch (SQLException e) {
      return 0;
    }
  }

  private void same(String sql, String end, List<?> collection) throws SQLException {
    String marks = String.join(", ", Collections.nCopies(collection.size(), "?"));

    assertThat(rows(sql + "(" + LIST + ")" + end, JsonArrays.of("collection", collection)))
        .as(sql + collection + end)
        .isEqualTo(rows(sql + "(" + marks + ")" + end, collection.toArray()));
  }

  /** As {@code LeasedStatement} binds. */
  private static void bind(PreparedStatement statement, int parameter, @Nullable Object value)
      throws SQLException {
    if (value instanceof Boolean bool) {
      statement.setInt(parameter, bool ? 1 : 0);
    } else if (value instanceof Instant instant) {
      statement.setString(parameter, Timestamps.format(instant));
    } else {
      statement.setObject(parameter, value);
    }
  }

  private List<String> rows(String sql, Object... values) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        bind(statement, i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        int columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          rows.add(row.getString(1) + (columns == 1 ? "" : " " + row.getString(2)));
        }
      }
    }
    Collections.sort(rows);
    return rows;
  }
}
