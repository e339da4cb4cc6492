package dev.litmus.processor.scope;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Binary;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.In;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.InSet;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The columns of tables that parameters are stored in, or compared with, directly: {@code VALUES (:id)}, {@code SET title =
 * :title}, {@code id = :id}, {@code id IN (:ids)}. A parameter that is part of an expression meets none.
 */
public final class ParameterColumns {

  private final List<Meeting> meetings = new ArrayList<>();

  private ParameterColumns() {}

  /** A parameter, and the column of a table that it meets. */
  public record Meeting(Parameter parameter, Column column) {}

  public static List<Meeting> of(Statement statement, Schema schema) {
    ParameterColumns found = new ParameterColumns();
    Names names = NameResolver.resolve(statement, schema);
    if (statement instanceof Change change) {
      schema
          .table(change.target().name().name().name())
          .ifPresent(table -> found.stored(change, table));
    }
    names
        .columns()
        .forEach(use ->
            use.declared().ifPresent(column -> found.compared(statement, use.name(), column)));
    return found.meetings;
  }

  private void stored(Change change, Table table) {
    if (change instanceof Change.Insert insert) {
      insert.rows().map(Query::first).ifPresent(first -> inserted(insert, first, table));
    }
    change.all(Assignment.class).forEach(assignment -> {
      if (assignment.columns().size() == 1) {
        meet(assignment.value(), table.column(assignment.columns().get(0).name()));
      }
    });
  }

  private void inserted(Change.Insert insert, SelectCore first, Table table) {
    List<String> columns = insert.columns().isEmpty()
        ? table.columns().stream().filter(c -> !c.hidden()).map(Column::name).toList()
        : insert.columns().stream().map(Identifier::name).toList();
    if (first instanceof SelectCore.Values values) {
      values.rows().stream().filter(row -> row.items().size() == columns.size()).forEach(row -> {
        for (int i = 0; i < columns.size(); i++) {
          meet(row.items().get(i), table.column(columns.get(i)));
        }
      });
    }
  }

  private void compared(Statement statement, ColumnName name, Column column) {
    statement.all(Binary.class).filter(ParameterColumns::compares).forEach(comparison -> {
      if (comparison.left().equals(name)) {
        meet(comparison.right(), Optional.of(column));
      } else if (comparison.right().equals(name)) {
        meet(comparison.left(), Optional.of(column));
      }
    });
    statement.all(In.class).filter(in -> in.operand().equals(name)).forEach(in -> {
      if (in.set() instanceof InSet.Values values) {
        values.items().forEach(item -> meet(item, Optional.of(column)));
      }
    });
  }

  private static boolean compares(Binary binary) {
    return switch (binary.operator()) {
      case EQUAL, NOT_EQUAL, IS, IS_NOT, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
      default -> false;
    };
  }

  private void meet(Expression value, Optional<Column> column) {
    if (value instanceof Parameter parameter) {
      column.map(met -> new Meeting(parameter, met)).ifPresent(meetings::add);
    }
  }
}
