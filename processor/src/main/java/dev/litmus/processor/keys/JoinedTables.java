package dev.litmus.processor.keys;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.schema.TableKeys;
import dev.litmus.processor.schema.UniqueKey;
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
import dev.litmus.processor.sql.tree.Expression.RowValue;
import dev.litmus.processor.sql.tree.Expression.Unary;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a statement and the equalities that hold in every row of it. Known only of tables side by side: what a join
 * in parentheses makes of rows is not, and of a view or a subquery only what the caller knows.
 */
public final class JoinedTables {

  /**
   * A table that rows are taken from.
   *
   * @param optional whether a LEFT JOIN puts NULLs in its place where nothing matches
   * @param own the equalities of that join, which hold where something matches
   */
  record Joined(
      Relation relation,
      Optional<Table> table,
      TableKeys keys,
      boolean optional,
      List<Equality> own) {

    /** Returns a column as declared; empty for the number of a row, and for columns of a subquery. */
    Optional<Column> column(String called) {
      return table.flatMap(declared -> declared.column(called));
    }
  }

  /** Says what tells rows apart of what is no table: a view, a common table, a subquery. */
  @FunctionalInterface
  public interface OtherKeys {

    /** Nothing is known of them. */
    OtherKeys UNKNOWN = source -> Optional.empty();

    /** Returns the keys; empty when nothing is known. */
    Optional<TableKeys> of(Source source);
  }

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

  /**
   * One side of an equality.
   *
   * @param place the column that it is; empty for a value that is the same for all rows
   * @param converting whether such a value may make a number of a text that it is compared with, before it is compared
   */
  record Operand(Optional<Place> place, boolean converting) {

    boolean is(Place other) {
      return place.filter(other::equals).isPresent();
    }
  }

  private final Names names;
  private final List<Joined> tables;
  private final List<Equality> everywhere = new ArrayList<>();
  private final List<Expression> conditions = new ArrayList<>();

  private JoinedTables(Names names, List<Joined> tables) {
    this.names = names;
    this.tables = List.copyOf(tables);
  }

  /**
   * Returns the tables of a FROM clause; empty when there is anything else among them, or when they are joined otherwise.
   *
   * @param where what is true of every row besides
   */
  public static Optional<JoinedTables> of(
      Schema schema, Names names, From from, Optional<Expression> where, OtherKeys others) {
    List<Joined> tables = new ArrayList<>();
    for (int i = 0; i < from.sources().size(); i++) {
      Source source = from.sources().get(i);
      Optional<Join> join = i == 0 ? Optional.empty() : Optional.of(from.joins().get(i - 1));
      Relation relation = names.relations().get(Relation.pieceOf(source));
      if (relation == null || join.filter(j -> !isPlain(j)).isPresent()) {
        return Optional.empty();
      }
      Optional<Table> table = table(relation);
      Optional<TableKeys> keys =
          table.isPresent() ? Optional.of(schema.keysOf(table.get())) : others.of(source);
      if (keys.isEmpty()) {
        return Optional.empty();
      }
      boolean optional = join.filter(j -> j.kind() == Join.Kind.LEFT).isPresent();
      tables.add(new Joined(relation, table, keys.get(), optional, new ArrayList<>()));
    }
    JoinedTables joined = new JoinedTables(names, tables);
    joined.collect(from);
    where.ifPresent(condition -> joined.collect(condition, joined.everywhere));
    return Optional.of(joined);
  }

  /** Returns the one table whose rows a change goes over; empty when it is none. */
  public static Optional<JoinedTables> of(
      Schema schema, Names names, Span target, Optional<Expression> where) {
    Relation relation = names.relations().get(target);
    Optional<Table> table = Optional.ofNullable(relation).flatMap(JoinedTables::table);
    if (relation == null || table.isEmpty()) {
      return Optional.empty();
    }
    JoinedTables joined = new JoinedTables(
        names,
        List.of(new Joined(relation, table, schema.keysOf(table.get()), false, new ArrayList<>())));
    where.ifPresent(condition -> joined.collect(condition, joined.everywhere));
    return Optional.of(joined);
  }

  private static Optional<Table> table(Relation relation) {
    return relation.table().filter(t -> t.kind() == Table.Kind.TABLE);
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

  /** Returns the unique keys of one table's rows that the conditions leave: partial ones where they imply the predicate. */
  List<UniqueKey> keysOf(int table) {
    TableKeys keys = tables.get(table).keys();
    List<UniqueKey> all = new ArrayList<>(keys.unique());
    keys.partial().stream()
        .filter(key -> new Implication(this, table, conditions).isImplied(key.predicate()))
        .map(TableKeys.PartialKey::key)
        .forEach(all::add);
    return all;
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
  }

  /** Of a condition, what has to be true for the whole to be true. */
  private void collect(Expression condition, List<Equality> held) {
    if (held == everywhere) {
      conditions.add(condition);
    }
    if (condition instanceof Parenthesized parenthesized) {
      collect(parenthesized.inner(), held);
    } else if (condition instanceof Binary binary && binary.operator() == BinaryOperator.AND) {
      collect(binary.left(), held);
      collect(binary.right(), held);
    } else if (condition instanceof Binary binary
        && binary.operator() == BinaryOperator.EQUAL
        && binary.left() instanceof RowValue left
        && binary.right() instanceof RowValue right
        && left.items().size() == right.items().size()) {
      for (int i = 0; i < left.items().size(); i++) {
        equal(left.items().get(i), right.items().get(i), held);
      }
    } else if (condition instanceof Binary binary && isEquality(binary)) {
      equal(binary.left(), binary.right(), held);
    }
  }

  private void equal(Expression left, Expression right, List<Equality> held) {
    operand(left)
        .flatMap(one -> operand(right).map(other -> new Equality(one, other)))
        .ifPresent(held::add);
  }

  /** {@code IS} is an equality like another where one side is surely not NULL. */
  private static boolean isEquality(Binary binary) {
    return binary.operator() == BinaryOperator.EQUAL
        || (binary.operator() == BinaryOperator.IS
            && binary.right() instanceof Literal literal
            && literal.kind() != Literal.Kind.NULL);
  }

  private Optional<Operand> operand(Expression expression) {
    if (isConstant(expression)) {
      return Optional.of(new Operand(Optional.empty(), false));
    }
    SingleValue value = new SingleValue(names);
    return value.isOne(expression)
        ? Optional.of(new Operand(Optional.empty(), value.mayConvert(expression)))
        : place(expression).map(place -> new Operand(Optional.of(place), false));
  }

  /**
   * Tells whether an expression is one value for all rows, with no affinity of its own, unlike a CAST. CURRENT_TIME and the
   * like differ from page to page.
   */
  private static boolean isConstant(Expression expression) {
    if (expression instanceof Parenthesized parenthesized) {
      return isConstant(parenthesized.inner());
    }
    if (expression instanceof Unary unary) {
      return isConstant(unary.operand());
    }
    if (expression instanceof Binary binary) {
      return isConstant(binary.left()) && isConstant(binary.right());
    }
    return expression instanceof Parameter
        || (expression instanceof Literal literal && literal.kind() != Literal.Kind.TIME);
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
    if (!use.meaning().isOneColumn()) {
      return Optional.empty();
    }
    Relation origin = use.meaning().origins().get(0);
    for (int i = 0; i < tables.size(); i++) {
      Joined joined = tables.get(i);
      if (joined.relation().at().equals(origin.at())) {
        int number = i;
        String name = use.name().name().name();
        // What no column is called is one of the three names of the row's number.
        return joined
            .column(name)
            .map(Column::name)
            .or(() ->
                joined.table().isEmpty() ? Optional.of(name) : joined.keys().rowid())
            .map(column -> new Place(number, column));
      }
    }
    return Optional.empty();
  }
}
