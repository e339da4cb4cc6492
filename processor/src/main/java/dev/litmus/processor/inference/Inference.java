package dev.litmus.processor.inference;

import dev.litmus.processor.value.Cardinality;
import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is told from the structure of a statement.
 *
 * @param columns the columns of its result; empty when not even their number is known
 * @param cardinality how many rows it yields
 * @param parameters its parameters, in the order of their first place
 * @param storing what it puts into a table, when it does
 * @param nullableSets each {@code NOT IN} over rows among which there can be NULL
 */
public record Inference(
    Optional<List<Value>> columns,
    Cardinality cardinality,
    List<ParameterFacts> parameters,
    Optional<Storing> storing,
    List<NullableSet> nullableSets) {

  /** Of a statement whose structure is not known. */
  public static final Inference UNKNOWN = new Inference(
      Optional.empty(), Cardinality.of(Rows.MANY), List.of(), Optional.empty(), List.of());

  public Inference {
    columns = columns.map(List::copyOf);
    parameters = List.copyOf(parameters);
    nullableSets = List.copyOf(nullableSets);
  }
}
