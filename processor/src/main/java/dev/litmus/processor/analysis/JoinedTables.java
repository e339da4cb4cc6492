package dev.litmus.processor.analysis;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.schema.TableKeys;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Binary;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import dev.litmus.processor.sql.tree.Source;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a SELECT and the equalities that hold in every row of it. Known only of tables side by side: what a view,
 * a subquery or a join in parentheses makes of rows is not.
 */
final class JoinedTables {

  /**
   * A table that rows are taken from.
   *
   * @param optional whether a LEFT JOIN puts NULLs in its place where nothing matches
   * @param own the equalities of that join, which hold where something matches
   */
  record Joined(
      Relation relation, Table table, TableKeys keys, boolean optional, List<Equality> own) {}

  /** A column of one of the tables: its number from the left, and the name as declared. */
  record Place(int table, String column) {}

  /** {@code left = right}, as written; the collation of the left counts when both are columns. */
  record Equality(Operand left, Operand right) {

    /** Returns what a column is equal to; empty when it is on neither side. */
    Optional<Operand> against(Place place) {
      if (left.is(place)) {
        return Optional.of(right);
      }
      return right.is(place) ? Optional.of(left) : Optional.empty();
    }
  }

  /** One side of an equality: a column, or, without a place, a value that is the same for all rows. */
  record Operand(Optional<Place> place) {

    boolean is(Place other) {
      return place.filter(other::equals).isPresent();
    }
  }

  private final Names names;
  private final List<Joined> tables;
  private final Select select;
  private final List<Equality> everywhere = new ArrayList<>();

  private JoinedTables(Names names, List<Joined> tables, Select select) {
    this.names = names;
    this.tables = List.copyOf(tables);
    this.select = select;
  }

  /**
   * Returns the tables of a SELECT; empty when there is anything else among them, or when they are joined otherwise.
   *
   * @param relations what its FROM brings
   */
  static Optional<JoinedTables> of(
      Schema schema, Names names, List<Relation> relations, Select select) throws SQLException {
    Optional<From> from = select.from();
    if (from.isEmpty()
        || from.get().sources().size() != relations.size()
        || relations.stream().distinct().count() < relations.size()) {
      return Optional.empty();
    }
    List<Joined> tables = new ArrayList<>();
    for (int i = 0; i < relations.size(); i++) {
      Optional<Table> table = relations.get(i).table().filter(t -> t.kind() == Table.Kind.TABLE);
      Optional<Join> join =
          i == 0 ? Optional.empty() : Optional.of(from.get().joins().get(i - 1));
      if (table.isEmpty()
          || !(from.get().sources().get(i) instanceof Source.Table)
          || join.filter(j -> !isPlain(j)).isPresent()) {
        return Optional.empty();
      }
      boolean optional = join.filter(j -> j.kind() == Join.Kind.LEFT).isPresent();
      tables.add(new Joined(
          relations.get(i), table.get(), schema.keysOf(table.get()), optional, new ArrayList<>()));
    }
    JoinedTables joined = new JoinedTables(names, tables, select);
    joined.collect(from.get());
    return Optional.of(joined);
  }

  /** Every row of the left is there, and none of the right that matches nothing. */
  private static boolean isPlain(Join join) {
    return !join.natural()
        && join.using().isEmpty()
        && join.kind() != Join.Kind.RIGHT
        && join.kind() != Join.Kind.FULL;
  }

  List<Joined> tables() {
    return tables;
  }

  /** Tells whether a name alone means a result first in ORDER BY. */
  boolean isResult(String name) {
    return select.results().stream()
        .filter(ResultTerm.Value.class::isInstance)
        .flatMap(result -> ((ResultTerm.Value) result).alias().stream())
        .anyMatch(alias -> alias.name().is(name));
  }

  /** Returns the equalities that are true of every row. */
  List<Equality> everywhere() {
    return everywhere;
  }

  private void collect(From from) {
    for (int i = 0; i < from.joins().size(); i++) {
      Joined right = tables.get(i + 1);
      List<Equality> held = right.optional() ? right.own() : everywhere;
      from.joins().get(i).on().ifPresent(on -> collect(on, held));
    }
    select.where().ifPresent(where -> collect(where, everywhere));
  }

  /** Of a condition, what has to be true for the whole to be true. */
  private void collect(Expression condition, List<Equality> held) {
    if (condition instanceof Parenthesized parenthesized) {
      collect(parenthesized.inner(), held);
    } else if (condition instanceof Binary binary && binary.operator() == BinaryOperator.AND) {
      collect(binary.left(), held);
      collect(binary.right(), held);
    } else if (condition instanceof Binary binary && binary.operator() == BinaryOperator.EQUAL) {
      operand(binary.left())
          .flatMap(left -> operand(binary.right()).map(right -> new Equality(left, right)))
          .ifPresent(held::add);
    }
  }

  /** CURRENT_TIME and the like differ from page to page. */
  private Optional<Operand> operand(Expression expression) {
    if (expression instanceof Parenthesized parenthesized) {
      return operand(parenthesized.inner());
    }
    boolean constant = expression instanceof Parameter
        || (expression instanceof Literal literal && literal.kind() != Literal.Kind.TIME);
    return constant
        ? Optional.of(new Operand(Optional.empty()))
        : place(expression).map(place -> new Operand(Optional.of(place)));
  }

  /** Returns the column that an expression is, parentheses apart; empty when it is anything else. */
  Optional<Place> place(Expression expression) {
    if (expression instanceof Parenthesized parenthesized) {
      return place(parenthesized.inner());
    }
    return expression instanceof ColumnName name
        ? names.columns().stream()
            .filter(use -> use.name().equals(name))
            .findFirst()
            .flatMap(this::place)
        : Optional.empty();
  }

  private Optional<Place> place(ColumnUse use) {
    if (use.declared().isEmpty()) {
      return Optional.empty();
    }
    Relation origin = use.meaning().origins().get(0);
    for (int i = 0; i < tables.size(); i++) {
      Joined joined = tables.get(i);
      if (joined.relation().equals(origin)) {
        int number = i;
        String name = use.name().name().name();
        // What no column is called is one of the three names of the row's number.
        return joined
            .table()
            .column(name)
            .map(Column::name)
            .or(joined.keys()::rowid)
            .map(column -> new Place(number, column));
      }
    }
    return Optional.empty();
  }
}
