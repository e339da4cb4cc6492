package dev.litmus.processor.evolution;

import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.ColumnConstraint;
import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Statement;
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

  static List<UpStatement> of(List<MigrationStatement> statements) {
    return statements.stream().map(UpStatement::of).toList();
  }

  private static UpStatement of(MigrationStatement statement) {
    return new UpStatement(
        statement.sql(), statement.line(), QueryParser.parse(statement.sql()).tree());
  }

  /** Returns it as a statement of one kind; empty when it is another. */
  <T extends Statement> Optional<T> as(Class<T> kind) {
    return tree.filter(kind::isInstance).map(kind::cast);
  }

  /** Tells whether rows that are there can make it fail, as far as its structure is known. */
  boolean looksAtRows() {
    return tree.map(UpStatement::looksAtRows).orElse(true);
  }

  private static boolean looksAtRows(Statement tree) {
    if (tree instanceof Definition.CreateIndex index) {
      return index.unique();
    }
    if (tree instanceof Definition.Drop drop) {
      return drop.kind() == Definition.Drop.Kind.TABLE;
    }
    if (tree instanceof Definition.AlterTable alter) {
      return looksAtRows(alter.action());
    }
    if (tree instanceof Change.Insert insert) {
      return insert
          .rows()
          .filter(rows -> rows.first() instanceof SelectCore.Values)
          .isEmpty();
    }
    return !(tree instanceof Definition.CreateTable
        || tree instanceof Definition.CreateVirtualTable
        || tree instanceof Definition.CreateView
        || tree instanceof Definition.CreateTrigger);
  }

  private static boolean looksAtRows(Definition.AlterTable.Action action) {
    if (action instanceof Definition.AlterTable.AddColumn added) {
      return !added.column().constraints().stream()
          .allMatch(ColumnConstraint.Default.class::isInstance);
    }
    return !(action instanceof Definition.AlterTable.RenameTable
        || action instanceof Definition.AlterTable.RenameColumn
        || action instanceof Definition.AlterTable.DropColumn);
  }
}
