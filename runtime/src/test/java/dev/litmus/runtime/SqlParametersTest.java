package dev.litmus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.ValueException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in SQL, and the values under them. */
class SqlParametersTest {

  record Range(int least, Integer most) {}

  record Filter(Range range, List<Integer> ids) {}

  @TempDir
  Path directory;

  private Databases databases;
  private Sql sql;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, "chat");
    sql = databases.get("chat").sql();
    sql.execute("INSERT INTO counters (n) VALUES (1), (2), (3), (4)");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private String ask(String query, Map<String, ?> parameters) {
    return String.join(",", sql.selectMany(query, row -> row.getString(1), parameters));
  }

  @Test
  void allPrefixesMeanTheSameName() {
    assertThat(ask("SELECT :a || @b || $a || :b", Map.of("a", "x", "b", "y"))).isEqualTo("xyxy");
  }

  @Test
  void whatOnlyLooksLikeAParameterIsLeftAlone() {
    String query = """
        SELECT ':a' || "x" /* :a ? */ || :a -- :b it's ?
        FROM (SELECT '?' AS "x") AS [:c], (SELECT 1) AS `@d`""";
    assertThat(ask(query, Map.of("a", "1"))).isEqualTo(":a?1");
    assertThat(ask("SELECT '''' || :é || '';", Map.of("é", "ü"))).isEqualTo("'ü");
  }

  @Test
  void pathsLeadIntoRecords() {
    Filter filter = new Filter(new Range(2, 3), List.of(1, 3, 4));
    String query = "SELECT n FROM counters WHERE n BETWEEN :f.range.least AND @f.range.most"
        + " AND n IN ( $f.ids )";
    assertThat(ask(query, Map.of("f", filter))).isEqualTo("3");
    assertThat(sql.selectMany(query.replace("f.", ""), int.class, filter)).containsExactly(3);
  }

  @Test
  void pathsThatLeadNowhereSayWhere() {
    assertThatThrownBy(() ->
            ask("SELECT :f.range.low", Map.of("f", new Filter(new Range(1, 2), List.of()))))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("`f.range` has no component `low`. Write one of `least`, `most`");
    assertThatThrownBy(() -> ask("SELECT :f.range.least", Map.of("f", new Filter(null, List.of()))))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("`f.range` is null, so `f.range.least` has no value");
    assertThatThrownBy(() ->
            ask("SELECT :f.range", Map.of("f", new Filter(new Range(1, 2), List.of()))))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining(
            "`f.range` is a record, and not a value. Write `:f.range.` and one of");
    assertThatThrownBy(() -> ask("SELECT :f.x", Map.of("f", "secret")))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("`f` is no record, so `f.x` has no value")
        .hasMessageNotContaining("secret");
  }

  @Test
  void missingAndUnusedNamesAreListed() {
    assertThatThrownBy(() -> ask("SELECT :b || :a || :c || :b", Map.of("c", "secret")))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("no value for `a`, `b`. Give one under each name; given: `c`")
        .hasMessageNotContaining("secret");
    assertThatThrownBy(() -> ask("SELECT :a", Map.of("a", "1", "A", "2", "z", "3")))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining(
            "the statement has no parameter `A`, `z`. Leave it away; parameters: `a`");
    assertThatThrownBy(() -> sql.selectOne("SELECT :a", int.class))
        .hasMessageContaining("no value for `a`. Give one under each name; given: none");
    assertThat(sql.selectOne("SELECT :least", int.class, new Range(5, null))).hasValue(5);
    assertThatThrownBy(() -> sql.selectOne("SELECT :low", int.class, new Range(5, null)))
        .hasMessageContaining(
            "no value for `low`. Give one under each name; given: `least`, `most`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "?1", ":1", "@a::b", "$a(b)", ":a—b"})
  void parametersHaveNamesOfJava(String parameter) {
    assertThatThrownBy(() -> ask("SELECT " + parameter, Map.of()))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("`" + parameter + "`")
        .hasMessageContaining(":name");
  }

  @Test
  void collectionsStandInParenthesesOfIn() {
    String query = "SELECT n FROM counters WHERE n IN (:ids) ORDER BY n";
    assertThat(ask(query, Map.of("ids", List.of(4, 2L, (short) 9)))).isEqualTo("2,4");
    assertThat(ask(query, Map.of("ids", Set.of()))).isEmpty();
    assertThat(ask(query, Map.of("ids", 3))).isEqualTo("3");
    assertThat(ask("SELECT count(*) FROM counters WHERE n NOT IN(:ids)", Map.of("ids", List.of(1))))
        .isEqualTo("3");
    assertThat(ask("SELECT 1 WHERE 'it''s' IN (:texts)", Map.of("texts", List.of("\"", "it's"))))
        .isEqualTo("1");
    for (String elsewhere :
        List.of("n IN :ids", "n = :ids", "n IN (1, :ids)", "n IN (abs(:ids))")) {
      assertThatThrownBy(
              () -> ask("SELECT n FROM counters WHERE " + elsewhere, Map.of("ids", List.of(1))))
          .isInstanceOf(StatementException.class)
          .hasMessageContaining(
              "the collection `ids` does not stand alone in IN (…). Write `IN (:ids)`");
    }
    assertThatThrownBy(() -> ask(query, Collections.singletonMap("ids", null)))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("`ids` is null, and stands in IN");
    assertThatThrownBy(() -> ask(query, Map.of("ids", Arrays.asList(1, null))))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("`ids`, index 1: an element is null");
  }

  @Test
  void nullAndEmptyAreNull() {
    assertThat(ask("SELECT :v IS NULL", Collections.singletonMap("v", null))).isEqualTo("1");
    assertThat(ask("SELECT :v IS NULL", Map.of("v", OptionalInt.empty()))).isEqualTo("1");
    assertThat(ask("SELECT :v IS NULL", Map.of("v", Optional.empty()))).isEqualTo("1");
    assertThat(ask("SELECT :v", Map.of("v", Optional.of(Duration.ofMillis(5))))).isEqualTo("5");
  }

  static List<Object> refused() {
    return List.of(
        Double.NaN,
        Float.NaN,
        "secret \uD83D",
        Instant.parse("2026-01-02T03:04:05.000000001Z"),
        Instant.MAX,
        Duration.ofNanos(1),
        BigInteger.TWO.pow(63),
        'c',
        new Object(),
        new int[] {1},
        Map.of(),
        Optional.of(List.of(1)));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void valuesThatCannotBeStoredAreRefused(Object value) {
    assertThatThrownBy(() -> ask("SELECT :value", Map.of("value", value)))
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("`value`: ")
        .hasMessageNotContaining("secret");
  }

  @Test
  void argumentsAreNotInjected() {
    String text = "'; DROP TABLE counters; --";
    assertThat(ask("SELECT :text", Map.of("text", text))).isEqualTo(text);
    assertThat(ask("SELECT count(*) FROM counters", Map.of())).isEqualTo("4");
  }
}
