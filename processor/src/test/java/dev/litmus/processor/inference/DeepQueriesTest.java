package dev.litmus.processor.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is nested is looked at once at each depth: twice would not end. */
class DeepQueriesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "(¦1¦)¦INTEGER¦100",
        "-(¦1¦)¦INTEGER¦100",
        "1 + (¦1¦)¦INTEGER¦100",
        "iif(1, ¦1¦, 2)¦INTEGER¦100",
        "iif(¦1¦, 1, 2)¦INTEGER¦100",
        "coalesce(NULL, ¦1¦)¦INTEGER¦100",
        "CASE WHEN 1 THEN ¦1¦ ELSE 2 END¦INTEGER¦100",
        "CASE WHEN ¦1¦ THEN 1 ELSE 2 END¦INTEGER¦100",
        "CASE ¦1¦ WHEN 1 THEN 1 ELSE 2 END¦INTEGER¦100",
        "(SELECT ¦1¦)¦INTEGER¦40",
        "(SELECT 1 WHERE 1 IN (SELECT ¦1¦))¦INTEGER?¦20",
        "(SELECT 1 WHERE (1, 2) IN (SELECT 1, ¦1¦))¦INTEGER?¦20",
        "(SELECT 1 WHERE :a = ¦1¦)¦INTEGER?¦20",
        "(SELECT a FROM (SELECT ¦1¦ AS a))¦INTEGER¦20",
        "(WITH x AS (SELECT ¦1¦ AS a) SELECT a FROM x)¦INTEGER¦20",
      })
  void nestedExpressions(String before, String inner, String after, String expected, int depth)
      throws Exception {
    String sql = "SELECT " + before.repeat(depth) + inner + after.repeat(depth);
    try (Schema schema = SchemaScript.run("empty", "")) {
      assertThat(schema.refusal(sql)).isEmpty();
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> assertThat(Inferred.columns(schema, sql)).isEqualTo(expected));
    }
  }
}
