package dev.litmus.processor.diff;

import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.print.Printer;
import dev.litmus.processor.sql.tree.ColumnConstraint;
import dev.litmus.processor.sql.tree.ColumnDefinition;
import dev.litmus.processor.sql.tree.Definition.CreateTable;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Literal;
import java.util.List;
import java.util.Optional;

/**
 * The columns by which a table is longer than it was, when SQLite can add them behind the others without touching a row.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html#altertabaddcol">ALTER TABLE ADD COLUMN</a>
 */
final class AddedColumns {

  private AddedColumns() {}

  /** Returns each column as it stands in a table; empty when the table has to be made anew. */
  static Optional<List<String>> of(SchemaObject before, SchemaObject after) {
    if (!(before.definition().orElse(null) instanceof CreateTable old)
        || !(after.definition().orElse(null) instanceof CreateTable wanted)
        || !isContinued(old, wanted)) {
      return Optional.empty();
    }
    List<ColumnDefinition> more =
        wanted.columns().subList(old.columns().size(), wanted.columns().size());
    return !more.isEmpty()
            && more.stream().allMatch(AddedColumns::canBeAdded)
            && !namesLaterOnes(more)
        ? Optional.of(more.stream().map(StatementText::column).toList())
        : Optional.empty();
  }

  private static boolean isContinued(CreateTable old, CreateTable wanted) {
    int columns = old.columns().size();
    return columns <= wanted.columns().size()
        && texts(old).equals(texts(wanted).subList(0, columns))
        && constraints(old).equals(constraints(wanted))
        && old.strict() == wanted.strict()
        && old.withoutRowid() == wanted.withoutRowid();
  }

  private static List<String> texts(CreateTable table) {
    return table.columns().stream().map(StatementText::column).toList();
  }

  private static List<String> constraints(CreateTable table) {
    return table.constraints().stream().map(Printer::print).toList();
  }

  /** They are added one by one, and each must make sense without those that come after it. */
  private static boolean namesLaterOnes(List<ColumnDefinition> columns) {
    for (int i = 0; i < columns.size(); i++) {
      List<String> tokens = StatementText.tokens(StatementText.column(columns.get(i)));
      for (ColumnDefinition later : columns.subList(i + 1, columns.size())) {
        if (tokens.stream().anyMatch(token -> later.name().is(SqlName.meantBy(token)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean canBeAdded(ColumnDefinition column) {
    boolean hasValue = false;
    boolean needsValue = false;
    boolean computed = false;
    for (ColumnConstraint constraint : column.constraints()) {
      if (constraint instanceof ColumnConstraint.PrimaryKey
          || constraint instanceof ColumnConstraint.Unique) {
        return false;
      }
      if (constraint instanceof ColumnConstraint.Default value) {
        if (!isConstant(value.value())) {
          return false;
        }
        hasValue = !isNull(value.value());
      }
      if (constraint instanceof ColumnConstraint.Generated generated) {
        computed = true;
        if (generated.storage().filter(word -> word.is("STORED")).isPresent()) {
          return false;
        }
      }
      needsValue |= constraint instanceof ColumnConstraint.Nullness nullness && nullness.notNull();
    }
    return !needsValue || (hasValue && !computed);
  }

  private static boolean isConstant(Expression value) {
    return value instanceof Literal literal
        ? literal.kind() != Literal.Kind.TIME
        : value instanceof Expression.Unary unary && unary.operand() instanceof Literal;
  }

  private static boolean isNull(Expression value) {
    return value instanceof Literal literal && literal.kind() == Literal.Kind.NULL;
  }
}
