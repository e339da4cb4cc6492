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
    boolean one = meaning.origins().size() == 1;
    boolean merged = name.table().isEmpty() && scope.merged().stream().anyMatch(name.name()::is);
    return one && !merged
        ? meaning.origins().get(0).column(name.name().name()).flatMap(OutputColumn::declared)
        : Optional.empty();
  }
}
