package dev.litmus.processor.sql.tree;

import dev.litmus.processor.sql.tree.Definition.CreateTable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the constraints of a table say of rows that violate them. A statement that says it itself, such as {@code INSERT OR
 * ABORT}, overrules them.
 *
 * @see <a href="https://sqlite.org/lang_conflict.html">The ON CONFLICT clause</a>
 */
public final class ConflictClauses {

  private ConflictClauses() {}

  /** Tells whether a constraint has rows left out, or rows that are there replaced, without an error. */
  public static boolean dropRows(CreateTable table) {
    Stream<Optional<ConflictAction>> columns = table.columns().stream()
        .flatMap(column -> column.constraints().stream())
        .map(ConflictClauses::of);
    Stream<Optional<ConflictAction>> whole = table.constraints().stream().map(ConflictClauses::of);
    return Stream.concat(columns, whole)
        .flatMap(Optional::stream)
        .anyMatch(action -> action == ConflictAction.IGNORE || action == ConflictAction.REPLACE);
  }

  private static Optional<ConflictAction> of(ColumnConstraint constraint) {
    if (constraint instanceof ColumnConstraint.PrimaryKey key) {
      return key.onConflict();
    }
    if (constraint instanceof ColumnConstraint.Unique unique) {
      return unique.onConflict();
    }
    return constraint instanceof ColumnConstraint.Nullness nullness
        ? nullness.onConflict()
        : Optional.empty();
  }

  private static Optional<ConflictAction> of(TableConstraint constraint) {
    return constraint instanceof TableConstraint.Key key ? key.onConflict() : Optional.empty();
  }
}
