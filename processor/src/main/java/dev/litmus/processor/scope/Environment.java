package dev.litmus.processor.scope;

import java.util.List;
import java.util.Optional;

/** What is visible where a piece of a statement stands: common tables, and columns. */
record Environment(CommonTables commonTables, Scope scope) {

  Environment in(Scope inner) {
    return new Environment(commonTables, inner);
  }

  Environment with(String commonTable, Optional<List<OutputColumn>> columns) {
    return new Environment(commonTables.with(commonTable, columns), scope);
  }

  /** Returns the scope of a query without a FROM. */
  Scope nested() {
    return Scope.of(List.of(), scope);
  }
}
