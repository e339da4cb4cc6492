package dev.litmus.processor.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.schema.ScriptFailedException;
import dev.litmus.processor.sql.QueryParser;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What is inferred of columns, rows and parameters: a line each in the files beside this class, held against random rows by
 * {@code InferenceRefutationTest} too.
 */
class InferenceTest {

  static Schema schema;

  @BeforeAll
  static void open() throws SQLException, ScriptFailedException {
    schema = SchemaScript.run("shop", Shop.SCRIPT);
  }

  @AfterAll
  static void close() throws SQLException {
    schema.close();
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/litmus/processor/inference/columns.txt",
      delimiter = '¦',
      quoteCharacter = '~',
      maxCharsPerColumn = 1000)
  void columns(String sql, String expected) {
    assertThat(schema.refusal(sql)).isEmpty();
    assertThat(Inferred.columns(schema, sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/litmus/processor/inference/rows.txt",
      delimiter = '¦',
      quoteCharacter = '~',
      maxCharsPerColumn = 1000)
  void rows(String sql, String expected) {
    assertThat(schema.refusal(sql)).isEmpty();
    assertThat(Inferred.rows(schema, sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/litmus/processor/inference/parameters.txt",
      delimiter = '¦',
      quoteCharacter = '~',
      maxCharsPerColumn = 1000)
  void parameters(String sql, String expected) {
    String rewritten = Rewriter.of(Set.of()).rewrite(QueryParser.parse(sql)).text();
    assertThat(schema.refusal(rewritten)).isEmpty();
    assertThat(Inferred.parameters(schema, sql)).isEqualTo(expected);
  }
}
