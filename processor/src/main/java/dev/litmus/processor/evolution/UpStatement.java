package dev.litmus.processor.evolution;

import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Statement;
import dev.litmus.runtime.internal.migration.Migration;
import dev.litmus.runtime.internal.migration.MigrationStatement;
import java.util.List;
import java.util.Optional;

/**
 * A statement of an Up part.
 *
 * @param line the line of the file that it begins on, from 1
 * @param tree its structure, if it is known
 */
record UpStatement(String sql, int line, Optional<Statement> tree) {

  static List<UpStatement> of(Migration migration) {
    return migration.up().stream().map(UpStatement::of).toList();
  }

  private static UpStatement of(MigrationStatement statement) {
    return new UpStatement(
        statement.sql(), statement.line(), QueryParser.parse(statement.sql()).tree());
  }

  /** Returns it as a statement of one kind; empty when it is another. */
  <T extends Statement> Optional<T> as(Class<T> kind) {
    return tree.filter(kind::isInstance).map(kind::cast);
  }
}
