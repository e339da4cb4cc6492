package dev.litmus.processor.inference;

import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of something that a query takes columns from.
 *
 * @param all the columns, in order; columns of one name, but for the first, cannot be named
 * @param rowid which of them the number of a row is, where there is one
 */
record Fields(List<Field> all, Optional<Field> rowid) {

  Fields {
    all = List.copyOf(all);
  }

  /** A column: its name, and what it can hold. */
  record Field(String name, Value value) {}

  static Fields of(List<Field> all) {
    return new Fields(all, Optional.empty());
  }

  /** Puts names and values together; empty when they are not equally many. */
  static Optional<Fields> of(List<String> names, List<Value> values) {
    if (names.size() != values.size()) {
      return Optional.empty();
    }
    List<Field> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      all.add(new Field(names.get(i), values.get(i)));
    }
    return Optional.of(of(all));
  }

  Optional<Field> find(String called) {
    return all.stream()
        .filter(field -> field.name().equalsIgnoreCase(called))
        .findFirst()
        .or(() ->
            Relation.ROWID.stream().anyMatch(called::equalsIgnoreCase) ? rowid : Optional.empty());
  }

  List<Value> values() {
    return all.stream().map(Field::value).toList();
  }
}
