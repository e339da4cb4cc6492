package dev.litmus.processor.analysis;

import dev.litmus.processor.inference.ColumnValues;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the structure says of columns, held against what the engine says. The engine knows only the declared type of a column
 * that is one of a table; where even that contradicts the structure, both may be true.
 *
 * @param values what is safe to say
 * @param sameColumns whether they agree on the number of columns; where they do not, the structure is not believed
 * @param disagreements where they differ, sentences for those who develop litmus
 */
record Witnesses(List<Value> values, boolean sameColumns, List<String> disagreements) {

  Witnesses {
    values = List.copyOf(values);
    disagreements = List.copyOf(disagreements);
  }

  /**
   * Compares them.
   *
   * @param names the names of the columns, as the engine calls them
   * @param inferred what the structure says; empty when it does not know even the number of columns
   * @param declared what the engine says
   */
  static Witnesses compare(
      List<String> names, Optional<List<Value>> inferred, List<Optional<String>> declared) {
    List<Value> values = new ArrayList<>();
    List<String> disagreements = new ArrayList<>();
    boolean known = inferred.filter(all -> all.size() == names.size()).isPresent();
    if (!known && inferred.isPresent()) {
      disagreements.add(
          "the structure has " + inferred.get().size() + " columns, the engine " + names.size());
    }
    for (int i = 0; i < names.size(); i++) {
      Value value =
          known ? inferred.get().get(i) : Value.unknown("litmus does not know what this column is");
      String name = names.get(i);
      Classes engine = declared
          .get(i)
          .map(type -> ColumnValues.declared(Column.of(name, type)))
          .orElse(value.expected());
      if (engine.isWithin(value.expected())) {
        values.add(value);
      } else {
        disagreements.add("`" + name + "` is " + value.type() + " by its structure, and "
            + engine.type() + " to the engine");
        values.add(value.with(value.expected().or(engine), value.possible().or(engine)));
      }
    }
    return new Witnesses(values, known || inferred.isEmpty(), disagreements);
  }
}
