package dev.litmus.processor.scope;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import java.util.Optional;

/**
 * A name in an expression.
 *
 * @param scope what is visible where it stands
 * @param meaning what it is there
 */
public record ColumnUse(ColumnName name, Scope scope, Meaning meaning) {

  /** Returns the column of a table that it is for sure, NULLs of an outer join apart. */
  public Optional<Column> declared() {
    return column().flatMap(OutputColumn::declared);
  }

  /** Returns the column that it is, when that is one. */
  Optional<OutputColumn> column() {
    return meaning.isOneColumn()
        ? meaning.origins().get(0).column(name.name().name())
        : Optional.empty();
  }
}
