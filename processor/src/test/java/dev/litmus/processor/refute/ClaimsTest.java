package dev.litmus.processor.refute;

import static dev.litmus.processor.refute.Tried.ANYTHING;
import static dev.litmus.processor.refute.Tried.NOT_NULL;
import static dev.litmus.processor.refute.Tried.orNull;
import static dev.litmus.processor.value.SqlType.ANY;
import static dev.litmus.processor.value.SqlType.INTEGER;
import static dev.litmus.processor.value.SqlType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims that are wrong are refuted, and true ones never. */
class ClaimsTest {

  private static final String THINGS = """
      CREATE TABLE things (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, weight REAL,
        price DECIMAL(10, 2), made DATETIME, sold BOOLEAN, picture BLOB, anything);
      """;

  @Test
  void aNullIsSeen() {
    assertThat(
            Tried.on(THINGS, "SELECT id, weight FROM things").refute(Rows.MANY, NOT_NULL, NOT_NULL))
        .singleElement(type(Refutation.NullSeen.class))
        .satisfies(seen -> {
          assertThat(seen.column()).isEqualTo(1);
          assertThat(seen.witness().lines())
              .containsExactly("things: (id = 1, name = 'a', size = 1, weight = NULL)");
        });
  }

  @Test
  void aSecondRowIsSeen() {
    assertThat(Tried.on(THINGS, "SELECT id FROM things WHERE size = ?", INTEGER)
            .refute(Rows.ZERO_OR_ONE))
        .singleElement(type(Refutation.TooManyRows.class))
        .satisfies(seen -> assertThat(seen.witness().lines())
            .containsExactly(
                "things: (id = 1, name = 'a', size = 1), (id = 2, name = 'A', size = 1)",
                "?1 = 1"));
  }

  @Test
  void noRowIsSeen() {
    assertThat(Tried.on(THINGS, "SELECT id FROM things WHERE id = ?", INTEGER).refute(Rows.ONE))
        .singleElement(type(Refutation.TooFewRows.class))
        .satisfies(seen ->
            assertThat(seen.witness().lines()).containsExactly("no rows in any table", "?1 = 1"));
  }

  @Test
  void anyRowIsTooManyWhereNoneIsClaimed() {
    assertThat(Tried.on(THINGS, "SELECT 1").refute(Rows.NONE))
        .singleElement()
        .isInstanceOf(Refutation.TooManyRows.class);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
          SELECT * FROM things WHERE id = ?1, ZERO_OR_ONE
          SELECT * FROM things WHERE name = ?1, ZERO_OR_ONE
          SELECT count(*) FROM things, ONE
          SELECT 1, ONE
          SELECT * FROM things LIMIT 1, ZERO_OR_ONE
          SELECT t.* FROM things t LEFT JOIN things o ON o.id = t.size WHERE t.name = 'a', ZERO_OR_ONE
          'DELETE FROM things WHERE name = ?1 RETURNING *', ZERO_OR_ONE
          """)
  void rowsThatAreRightAreNot(String sql, Rows rows) {
    Tried tried = sql.contains("?1") ? Tried.on(THINGS, sql, ANY) : Tried.on(THINGS, sql);
    assertThat(tried.refute(rows)).isEmpty();
  }

  /** As its columns are declared; whatever they hold, each can hold any class but what its affinity turns into another. */
  @Test
  void classesAreSeenByWhatIsDeclared() {
    String sql = "SELECT name, size, weight, price, made, sold, picture FROM things";
    Value[] right = {
      declared(Classes.TEXT),
      declared(Classes.INTEGER),
      declared(Classes.REAL),
      declared(Classes.NUMBER),
      declared(Classes.of(StorageClass.INTEGER, StorageClass.REAL, StorageClass.TEXT)),
      declared(Classes.INTEGER),
      declared(Classes.BLOB)
    };
    assertThat(Tried.on(THINGS, sql).refute(Rows.MANY, right)).isEmpty();
    Value[] tooNarrow = {
      ANYTHING,
      ANYTHING,
      declared(Classes.INTEGER),
      declared(Classes.REAL),
      declared(Classes.INTEGER),
      declared(Classes.TEXT),
      declared(Classes.TEXT)
    };
    assertThat(Tried.on(THINGS, sql).refute(Rows.MANY, tooNarrow).stream().map(ClaimsTest::seen))
        .containsExactly("2 REAL", "3 INTEGER", "4 REAL", "4 TEXT", "5 INTEGER", "6 BLOB");
  }

  @Test
  void oddValuesBreakWhatIsClaimedOfAllColumns() {
    String sql = "SELECT name, size, weight, anything FROM things";
    assertThat(Tried.on(THINGS, sql)
            .refute(
                Rows.MANY,
                orNull(Classes.TEXT),
                orNull(Classes.INTEGER),
                orNull(Classes.REAL),
                ANYTHING)
            .stream()
            .map(ClaimsTest::seen))
        .containsExactly("1 REAL", "1 TEXT", "1 BLOB", "2 TEXT", "2 BLOB");
    String strict =
        "CREATE TABLE things (name TEXT NOT NULL, size INT, weight REAL, anything ANY) STRICT";
    assertThat(Tried.on(strict, sql)
            .refute(
                Rows.MANY,
                Value.of(Classes.TEXT),
                orNull(Classes.INTEGER),
                orNull(Classes.REAL),
                ANYTHING))
        .isEmpty();
  }

  @Test
  void oddValuesMeetOneAnother() {
    String sql = "SELECT a.size FROM things a JOIN things b ON b.size = a.size AND b.id <> a.id";
    assertThat(Tried.on(THINGS, sql).refute(Rows.MANY, orNull(Classes.INTEGER)).stream()
            .map(ClaimsTest::seen))
        .contains("0 TEXT");
  }

  /** Of a column without a type nothing is expected; SQLite's numbers of rows are INTEGERs whatever is done. */
  @Test
  void everyClassIsSeenWhereAnyMayBe() {
    assertThat(Tried.on(THINGS, "SELECT anything, id FROM things")
            .refute(Rows.MANY, declared(Classes.NONE), Value.of(Classes.INTEGER))
            .stream()
            .map(ClaimsTest::seen))
        .containsExactly("0 INTEGER", "0 REAL", "0 TEXT", "0 BLOB");
  }

  @Test
  void whatAWriteStoresIsNotWhatIsDeclared() {
    String sql = "INSERT INTO things (name, size) VALUES (?, ?) RETURNING size";
    assertThat(Tried.on(THINGS, sql, TEXT, TEXT).refute(Rows.MANY, declared(Classes.INTEGER)))
        .isEmpty();
    assertThat(Tried.on(THINGS, sql, TEXT, TEXT).refute(Rows.MANY, orNull(Classes.INTEGER)).stream()
            .map(ClaimsTest::seen))
        .containsExactly("0 REAL", "0 TEXT");
  }

  /** A default of another class, and a generated column, do as they like. */
  @Test
  void neitherIsWhatDefaultsAndExpressionsMake() {
    String schema = "CREATE TABLE t (a TEXT, b INTEGER AS (a || 'x'), c INTEGER)";
    assertThat(Tried.on(schema, "SELECT b, c FROM t")
            .refute(Rows.MANY, declared(Classes.INTEGER), declared(Classes.INTEGER)))
        .isEmpty();
    assertThat(Tried.on(schema, "SELECT b FROM t").refute(Rows.MANY, orNull(Classes.INTEGER)))
        .isNotEmpty();
  }

  @Test
  void writesAreTried() {
    String insert =
        "INSERT INTO things (name, size, weight) VALUES (?, ?, ?) RETURNING weight, size";
    Tried tried = new Tried(
        THINGS,
        insert,
        List.of(
            new TrialParameter(TEXT, false),
            new TrialParameter(INTEGER, false),
            new TrialParameter(INTEGER, true)));
    assertThat(tried.refute(Rows.ONE, NOT_NULL, Value.of(Classes.INTEGER)))
        .singleElement(type(Refutation.NullSeen.class))
        .satisfies(seen -> assertThat(seen.witness().lines())
            .containsExactly("no rows in any table", "?1 = 'a', ?2 = 1, ?3 = NULL"));
    assertThat(Tried.on(THINGS, "UPDATE things SET size = size + 1 WHERE size < 5 RETURNING id")
            .whenMany())
        .containsExactly("things: (id = 1, name = 'a', size = 4), (id = 2, name = 'A', size = 1)");
    String upsert = "INSERT INTO things (name, size) VALUES (?, 1) ON CONFLICT (name)"
        + " DO UPDATE SET weight = weight + 1 RETURNING weight";
    assertThat(Tried.on(THINGS, upsert, TEXT).refute(Rows.MANY, orNull(Classes.NONE)))
        .singleElement(type(Refutation.ClassSeen.class))
        .satisfies(seen -> assertThat(seen.witness().lines())
            .containsExactly("things: (id = 1, name = 'a', size = 1, weight = 1.5)", "?1 = 'a'"));
  }

  /** An oddity of SQLite 3.54: a whole number in a REAL column that an UPDATE returns through a function comes as an INTEGER. */
  @Test
  void whatSqliteDoesCountsAndNotWhatItSays() {
    String sql = "UPDATE things SET weight = weight + 1 RETURNING nullif(weight, 7), weight";
    assertThat(
            Tried.on(THINGS, sql)
                .refute(Rows.MANY, declared(Classes.REAL), declared(Classes.REAL))
                .stream()
                .map(ClaimsTest::seen))
        .containsExactly("0 INTEGER");
  }

  @Test
  void aForeignKeyThatIsWrittenLeadsSomewhere() {
    String schema = THINGS + "CREATE TABLE parts (thing INTEGER NOT NULL REFERENCES things (id))";
    assertThat(
            Tried.on(schema, "INSERT INTO parts VALUES (?) RETURNING nullif(thing, thing)", INTEGER)
                .whenNull(0))
        .containsExactly("things: (id = 1, name = 'a', size = 1)", "?1 = 1");
  }

  /** No sum leaves 64 bits, no REAL is infinite: that is taken for granted. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          SELECT size * size * size FROM things
          SELECT size << 40 FROM things
          SELECT size * size / 1000000 FROM things
          SELECT area / 1000000 FROM areas
          SELECT size + 9223372036854775807 FROM things
          SELECT sum(size) OVER () + id FROM things
          SELECT CAST(size AS INTEGER) FROM things
          """)
  void whatIsOutOfRangeRefutesNothing(String sql) {
    String schema = "CREATE TABLE things (id INTEGER PRIMARY KEY, size INTEGER NOT NULL) STRICT;"
        + "CREATE VIEW areas AS SELECT size * size AS area FROM things;";
    assertThat(Tried.on(schema, sql).refute(Rows.MANY, Value.of(Classes.INTEGER)))
        .isEmpty();
  }

  @Test
  void aMomentInMillisecondsIsNoMomentInSeconds() {
    assertThat(
            Tried.on(THINGS, "SELECT datetime(size, 'unixepoch') FROM things").whenNull(0))
        .containsExactly("things: (id = 1, name = 'a', size = 1700000000000)");
    assertThat(
            Tried.on(THINGS, "SELECT date(name) FROM things WHERE name <> ''").whenNull(0))
        .containsExactly("things: (id = 1, name = 'z', size = 1)");
  }

  private static Value declared(Classes expected) {
    return ANYTHING.with(expected, Classes.ANY);
  }

  private static String seen(Refutation refutation) {
    Refutation.ClassSeen seen = (Refutation.ClassSeen) refutation;
    return seen.column() + " " + seen.seen();
  }
}
