package dev.litmus.processor.inference;

import dev.litmus.processor.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The common tables that can be named, with what their columns can hold. Found out when it is asked for, since a common table
 * may name one behind it.
 */
record CommonValues(Map<String, Supplier<Optional<List<Value>>>> tables) {

  static final CommonValues NONE = new CommonValues(Map.of());

  CommonValues {
    tables = Map.copyOf(tables);
  }

  CommonValues with(String name, Supplier<Optional<List<Value>>> columns) {
    Map<String, Supplier<Optional<List<Value>>>> more = new HashMap<>(tables);
    more.put(name.toLowerCase(Locale.ROOT), columns);
    return new CommonValues(more);
  }

  /** Returns how to find out the columns of a common table; empty when there is none of that name. */
  Optional<Supplier<Optional<List<Value>>>> find(String name) {
    return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
  }
}
