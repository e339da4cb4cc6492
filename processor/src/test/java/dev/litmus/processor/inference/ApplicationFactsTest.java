package dev.litmus.processor.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.schema.ApplicationFunctions;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the application declares of its functions is known of their calls. */
class ApplicationFactsTest {

  private static final String FUNCTIONS = """
      slug(TEXT) TEXT
      maybe(TEXT?) INTEGER?
      always(TEXT?, INTEGER) REAL
      rate(NUMERIC) NUMERIC
      pick(ANY) ANY
      AGGREGATE middle(NUMERIC) REAL
      AGGREGATE longest(TEXT) TEXT?
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "SELECT slug(title), slug(note) FROM t ¦ TEXT TEXT?",
        "SELECT maybe(title), maybe(NULL) FROM t ¦ INTEGER? INTEGER?",
        "SELECT always(note, 1), always(note, stars) FROM t ¦ REAL REAL?",
        "SELECT middle(stars), longest(title) FROM t ¦ REAL TEXT?",
        "SELECT rate(1), pick(1) FROM t ¦ NUMERIC ANY",
        "SELECT note FROM t WHERE slug(note) = 'a' ¦ TEXT",
        "SELECT note FROM t WHERE maybe(note) = 1 ¦ TEXT?",
      })
  void callsAreKnown(String sql, String expected) throws Exception {
    try (Schema schema = SchemaScript.run(
        "t",
        "CREATE TABLE t (title TEXT NOT NULL, note TEXT, stars INTEGER)",
        ApplicationFunctions.parseAll(FUNCTIONS))) {
      assertThat(schema.refusal(sql)).isEmpty();
      assertThat(Inferred.columns(schema, sql)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "SELECT * FROM t WHERE slug(:title) = title ¦ title=TEXT",
        "SELECT always(:text, :number) ¦ text=TEXT number=INTEGER",
      })
  void argumentsAreTyped(String sql, String expected) throws Exception {
    try (Schema schema = SchemaScript.run(
        "t",
        "CREATE TABLE t (title TEXT NOT NULL, note TEXT, stars INTEGER)",
        ApplicationFunctions.parseAll(FUNCTIONS))) {
      assertThat(Inferred.parameters(schema, sql)).isEqualTo(expected);
    }
  }
}
