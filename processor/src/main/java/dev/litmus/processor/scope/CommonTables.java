package dev.litmus.processor.scope;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The common tables that can be named, with their columns where these are known. */
record CommonTables(Map<String, Optional<List<OutputColumn>>> tables) {

  static final CommonTables NONE = new CommonTables(Map.of());

  CommonTables {
    tables = Map.copyOf(tables);
  }

  CommonTables with(String name, Optional<List<OutputColumn>> columns) {
    Map<String, Optional<List<OutputColumn>>> all = new HashMap<>(tables);
    all.put(name.toLowerCase(Locale.ROOT), columns);
    return new CommonTables(all);
  }

  /** Returns the columns of a common table; empty when there is none of that name. */
  Optional<Optional<List<OutputColumn>>> find(String name) {
    return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
  }
}
