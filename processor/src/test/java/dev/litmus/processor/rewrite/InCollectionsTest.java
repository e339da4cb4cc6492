package dev.litmus.processor.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Expression.In;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InCollectionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1 FROM t WHERE a IN (:x)                  | (:x)            | a",
        "SELECT 1 FROM t WHERE b = 1 and t.a not in( :x ) | ( :x )          | t.a",
        "SELECT a IN (:f.ids)                             | (:f.ids)        | a",
        "SELECT f(a IN (/* x */ :x))                      | (/* x */ :x)    | a",
        "SELECT CASE WHEN \"a b\" IN (:x) THEN 1 END      | (:x)            | \"a b\"",
        "SELECT 1, main.t.a NOT IN (:x)                   | (:x)            | main.t.a",
        "SELECT -a IN (:x)                                | (:x)            | -a",
        "SELECT b + a  IN (:x)                            | (:x)            | b + a",
        "SELECT b = a IN (:x)                             | (:x)            | b = a",
        "SELECT b IS NOT a IN (:x)                        | (:x)            | b IS NOT a",
        "SELECT a COLLATE nocase IN (:x)                  | (:x)            | a COLLATE nocase",
        "SELECT lower(a) IN (:x)                          | (:x)            | lower(a)",
        "SELECT (a) IN (:x)                               | (:x)            | (a)",
        "SELECT 1 WHERE 5 BETWEEN 1 AND a IN (:x)         | (:x)            | 5 BETWEEN 1 AND a",
      })
  void thePlaceIsFromParenthesisToParenthesis(String sql, String list, String operand) {
    ParsedQuery query = QueryParser.parse(sql);

    In place = new InCollections(query).placeOf(query.parameters().get(0)).orElseThrow();

    assertThat(query.textOf(place.set().span())).isEqualTo(list);
    assertThat(query.textOf(place.operand().span())).isEqualTo(operand);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":x",
        "SELECT (:x)",
        "SELECT a = :x",
        "SELECT a IN :x",
        "SELECT (a, b) IN (:x)",
        "a IN (:x)",
        "SELECT a IN (:x, 1)",
        "SELECT a IN (1, :x)",
        "SELECT a IN ((:x))",
        "SELECT a IN (+:x)",
        "SELECT a IN (:x + 1)",
        "SELECT a IN (:x COLLATE nocase)",
        "SELECT a IN f(:x)",
        "SELECT \"in\"(:x)",
        "SELECT a IN (:x",
        "SELECT a IN (SELECT :x)",
        "VALUES (:x)"
      })
  void nothingElseIsAPlace(String sql) {
    ParsedQuery query = QueryParser.parse(sql);

    assertThat(new InCollections(query).placeOf(query.parameters().get(0))).isEmpty();
  }

  @Test
  void otherItemsAreSeenThroughParenthesesOfTheirOwn() {
    assertThat(isOneOfSeveral("SELECT a IN (f(1, (2)), :x)")).isTrue();
    assertThat(isOneOfSeveral("SELECT a IN (:x, 1)")).isTrue();
    assertThat(isOneOfSeveral("SELECT a IN (f(:x))")).isFalse();
    assertThat(isOneOfSeveral("SELECT a IN (:x)")).isFalse();
    assertThat(isOneOfSeveral("SELECT a IN (1) AND :x")).isFalse();
    assertThat(isOneOfSeveral(":x")).isFalse();
  }

  private static boolean isOneOfSeveral(String sql) {
    ParsedQuery query = QueryParser.parse(sql);
    return new InCollections(query).isOneOfSeveral(query.parameters().get(0));
  }
}
