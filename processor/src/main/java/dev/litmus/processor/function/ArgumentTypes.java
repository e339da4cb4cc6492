package dev.litmus.processor.function;

import dev.litmus.processor.value.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * What the arguments of a function are meant to be.
 *
 * @param first of the first arguments, ANY where anything goes
 * @param repeated of all others, over and over; empty when anything goes
 */
record ArgumentTypes(List<SqlType> first, List<SqlType> repeated) {

  static final ArgumentTypes ANYTHING = new ArgumentTypes(List.of(), List.of());

  ArgumentTypes {
    first = List.copyOf(first);
    repeated = List.copyOf(repeated);
  }

  Optional<SqlType> of(int argument) {
    return typeAt(argument).filter(type -> type != SqlType.ANY);
  }

  private Optional<SqlType> typeAt(int argument) {
    if (argument < first.size()) {
      return Optional.of(first.get(argument));
    }
    return repeated.isEmpty()
        ? Optional.empty()
        : Optional.of(repeated.get((argument - first.size()) % repeated.size()));
  }
}
