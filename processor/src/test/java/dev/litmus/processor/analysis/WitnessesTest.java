package dev.litmus.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WitnessesTest {

  private static final Value TEXT = Value.of(Classes.TEXT);
  private static final Value INTEGER = Value.of(Classes.INTEGER);

  @Test
  void theEngineKnowsColumnsThroughViewsAndSubqueries() throws Exception {
    try (Schema schema = SchemaScript.run("t", """
        CREATE TABLE t (id INTEGER PRIMARY KEY, name VARCHAR(10));
        CREATE VIEW v AS SELECT name AS called FROM t;
        """)) {
      assertThat(schema.declaredTypes("SELECT called, 1 + 1, (SELECT id FROM t) FROM v"))
          .containsExactly(Optional.of("VARCHAR(10)"), Optional.empty(), Optional.of("INTEGER"));
    }
  }

  @Test
  void agreementChangesNothing() {
    Witnesses witnesses = Witnesses.compare(
        List.of("a", "b"),
        Optional.of(List.of(TEXT, INTEGER)),
        List.of(Optional.of("VARCHAR(10)"), Optional.empty()));
    assertThat(witnesses.values()).containsExactly(TEXT, INTEGER);
    assertThat(witnesses.disagreements()).isEmpty();
    assertThat(witnesses.sameColumns()).isTrue();
  }

  @Test
  void bothMayBeTrueWhereTheyDiffer() {
    Witnesses witnesses = Witnesses.compare(
        List.of("a"), Optional.of(List.of(TEXT)), List.of(Optional.of("INTEGER")));
    assertThat(witnesses.values().get(0).type()).isEqualTo(SqlType.ANY);
    assertThat(witnesses.disagreements())
        .containsExactly("`a` is TEXT by its structure, and INTEGER to the engine");
  }

  @Test
  void aStructureWithAnotherNumberOfColumnsIsNotBelieved() {
    Witnesses witnesses = Witnesses.compare(
        List.of("a", "b"),
        Optional.of(List.of(TEXT)),
        List.of(Optional.of("TEXT"), Optional.empty()));
    assertThat(witnesses.sameColumns()).isFalse();
    assertThat(witnesses.values()).allMatch(Value::isNullable);
    assertThat(witnesses.disagreements()).hasSize(1);
  }
}
