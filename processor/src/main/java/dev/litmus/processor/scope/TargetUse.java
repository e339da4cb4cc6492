package dev.litmus.processor.scope;

import dev.litmus.processor.sql.tree.Identifier;

/** A column that an INSERT or UPDATE sets; {@code relation} is the table that must have it. */
public record TargetUse(Identifier column, Relation relation) {

  public boolean isMissing() {
    return relation.columns().isPresent() && relation.column(column.name()).isEmpty();
  }
}
