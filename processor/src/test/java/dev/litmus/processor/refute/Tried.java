package dev.litmus.processor.refute;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A statement on a schema, and what is found against claims about it. */
record Tried(String schema, String sql, List<TrialParameter> parameters) {

  static final Value ANYTHING = Value.unknown("not known");
  static final Value NOT_NULL = Value.of(Classes.ANY);

  static Tried on(String schema, String sql, SqlType... parameters) {
    List<TrialParameter> positions = new ArrayList<>();
    for (SqlType type : parameters) {
      positions.add(new TrialParameter(type, false));
    }
    return new Tried(schema, sql, positions);
  }

  /** The same, with NULL for each parameter. */
  Tried nullable() {
    return new Tried(
        schema,
        sql,
        parameters.stream()
            .map(parameter -> new TrialParameter(parameter.type(), true))
            .toList());
  }

  static Value orNull(Classes classes) {
    return Value.of(classes).orNull(NullReason.of("not known"));
  }

  List<Refutation> refute(Rows rows, Value... columns) {
    return with(refuter -> refuter.refute(new Trial(sql, parameters, List.of(columns), rows)));
  }

  /** What shows that a column is NULL; nothing when it never is. */
  List<String> whenNull(int column) {
    return lines(with(refuter -> refuter.nullWitness(unclaimed(), column)));
  }

  List<String> whenMany() {
    return lines(with(refuter -> refuter.manyRowsWitness(unclaimed())));
  }

  private Trial unclaimed() {
    return new Trial(sql, parameters, List.of(), Rows.MANY);
  }

  static List<String> lines(Optional<Witness> witness) {
    return witness.map(Witness::lines).orElse(List.of());
  }

  private interface Question<T> {
    T ask(Refuter refuter);
  }

  private <T> T with(Question<T> question) {
    try (Schema made = SchemaScript.run("shop", schema);
        Refuter refuter = Refuter.of(made).orElseThrow()) {
      return question.ask(refuter);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
