package dev.litmus.processor.refute;

import dev.litmus.processor.refute.ParameterRole.Use;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.CommonTable;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.InSet;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Limit;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What SQL compares with what: which values make its conditions true. Columns go by their bare names. That is enough to
 * choose values by, and no name is ever misunderstood badly enough to matter: the values are only worth a try.
 */
final class Comparisons {

  private static final Set<String> DATES =
      Set.of("date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff");

  /** Functions that look at a row so many rows away. */
  private static final Set<String> REACHING = Set.of("nth_value", "lag", "lead");

  private final Map<String, List<Datum>> wanted = new HashMap<>();
  private final Map<Span, List<ParameterRole>> roles = new HashMap<>();
  private final Groups groups = new Groups();
  private final Set<String> compared = new LinkedHashSet<>();
  private final Set<String> dates = new LinkedHashSet<>();
  private final Set<String> json = new LinkedHashSet<>();
  private final Set<String> paths = new LinkedHashSet<>();
  private int crowd;

  /** Returns the values that conditions ask for, by the key of the column, the likeliest first. */
  Map<String, List<Datum>> wanted() {
    return wanted;
  }

  Map<Span, List<ParameterRole>> roles() {
    return roles;
  }

  Groups groups() {
    return groups;
  }

  /** Returns the keys of the columns that are compared with other columns. */
  Set<String> compared() {
    return compared;
  }

  Set<String> dates() {
    return dates;
  }

  Set<String> json() {
    return json;
  }

  /** Returns the keys of JSON objects that are asked for. */
  Set<String> paths() {
    return paths;
  }

  /** Returns how many rows it takes to meet a condition on their number; 0 when there is none. */
  int crowd() {
    return crowd;
  }

  void read(Node root) {
    root.all().forEach(this::node);
  }

  private void node(Node node) {
    if (node instanceof Expression expression) {
      expression(expression);
    } else if (node instanceof SelectCore.Select select) {
      select.where().ifPresent(where -> condition(where, true));
      select.results().forEach(this::alias);
    } else if (node instanceof Join join) {
      join.on().ifPresent(on -> condition(on, true));
      join.using().forEach(column -> compared.add(SqlName.key(column.name())));
    } else if (node instanceof Assignment assignment && assignment.columns().size() == 1) {
      stored(assignment.columns().get(0), assignment.value());
    } else if (node instanceof Change.Insert insert) {
      inserted(insert);
    } else if (node instanceof Limit limit) {
      limit(limit);
    } else if (node instanceof CommonTable table) {
      renamed(table.columns(), table.query());
    } else if (node instanceof Source.Function function) {
      called(function.name().name().name(), function.arguments());
    }
  }

  /** A view, or a common table, that gives the columns of its query other names. */
  void renamed(List<Identifier> columns, Query query) {
    List<Expression> results = Operands.results(query);
    for (int i = 0; i < columns.size() && columns.size() == results.size(); i++) {
      joined(List.of(columns.get(i).name()), Operands.columns(results.get(i)));
    }
  }

  private void alias(ResultTerm term) {
    if (term instanceof ResultTerm.Value value
        && Operands.bare(value.expression()) instanceof Expression.ColumnName column) {
      value
          .alias()
          .ifPresent(alias ->
              joined(List.of(alias.name().name()), List.of(column.name().name())));
    }
  }

  private void expression(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      binary(binary);
    } else if (expression instanceof Expression.Between between) {
      compared(BinaryOperator.GREATER_OR_EQUAL, between.operand(), between.low());
      compared(BinaryOperator.LESS_OR_EQUAL, between.operand(), between.high());
    } else if (expression instanceof Expression.In in) {
      in(in);
    } else if (expression instanceof Expression.Like like) {
      like(like);
    } else if (expression instanceof Expression.NullTest test && !test.negated()) {
      Operands.columns(test.operand()).forEach(column -> want(column, List.of(Datum.Null.VALUE)));
    } else if (expression instanceof Expression.Case choice) {
      choice
          .operand()
          .ifPresent(operand -> choice
              .branches()
              .forEach(branch -> compared(BinaryOperator.EQUAL, operand, branch.condition())));
      if (choice.operand().isEmpty()) {
        choice.branches().forEach(branch -> condition(branch.condition(), true));
      }
    } else if (expression instanceof Expression.Call call) {
      called(call.function().name(), call.arguments());
      call.filter().ifPresent(filter -> condition(filter, true));
    }
  }

  private void binary(Expression.Binary binary) {
    switch (binary.operator()) {
      case EQUAL, NOT_EQUAL, IS, IS_NOT, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
        compared(binary.operator(), binary.left(), binary.right());
      case JSON, JSON_VALUE -> {
        Operands.columns(binary.left()).forEach(column -> json.add(SqlName.key(column)));
        Operands.parameters(binary.left())
            .forEach(found -> role(found, ParameterRole.of(Use.JSON)));
        Operands.values(binary.right()).forEach(this::path);
      }
      default -> {}
    }
  }

  /** A column, or a parameter, that stands alone for a truth. */
  private void condition(Expression condition, boolean holds) {
    Expression bare = Operands.bare(condition);
    if (bare instanceof Expression.Binary binary
        && (binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR)) {
      condition(binary.left(), holds);
      condition(binary.right(), holds);
    } else if (bare instanceof Expression.Unary unary) {
      condition(unary.operand(), !holds);
    } else if (bare instanceof Expression.ColumnName column) {
      want(column.name().name(), List.of(Datum.of(holds ? 1L : 0L)));
    }
  }

  private void compared(BinaryOperator operator, Expression left, Expression right) {
    if (Operands.bare(left) instanceof Expression.RowValue first
        && Operands.bare(right) instanceof Expression.RowValue second
        && first.items().size() == second.items().size()) {
      for (int i = 0; i < first.items().size(); i++) {
        compared(operator, first.items().get(i), second.items().get(i));
      }
      return;
    }
    sides(operator, left, right);
    sides(Near.mirrored(operator), right, left);
    List<String> columns = Operands.columns(left);
    List<String> others = Operands.columns(right);
    joined(columns, others);
    if (!columns.isEmpty() && !others.isEmpty()) {
      columns.forEach(column -> compared.add(SqlName.key(column)));
      others.forEach(column -> compared.add(SqlName.key(column)));
    }
    counted(left, right);
    counted(right, left);
  }

  private void sides(BinaryOperator operator, Expression left, Expression right) {
    List<Datum> values = Operands.values(right);
    for (String column : Operands.columns(left)) {
      values.forEach(value -> want(column, Near.leftOf(operator, value)));
      Use use = switch (operator) {
        case GREATER, NOT_EQUAL, IS_NOT -> Use.BELOW;
        case LESS -> Use.ABOVE;
        default -> Use.EQUAL;
      };
      Operands.parameters(right)
          .forEach(found -> role(found, ParameterRole.meets(use, SqlName.key(column))));
    }
    for (Parameter parameter : Operands.parameters(left)) {
      values.forEach(value -> role(parameter, ParameterRole.meets(Near.leftOf(operator, value))));
    }
  }

  private void counted(Expression counting, Expression number) {
    boolean counts =
        counting.all(Expression.Call.class).anyMatch(call -> call.function().is("count"));
    if (counts) {
      Operands.values(number).forEach(value -> crowd(value, 1));
    }
  }

  private void crowd(Datum value, int more) {
    if (value instanceof Datum.Whole whole && whole.value() > 0 && whole.value() < 20) {
      crowd = Math.max(crowd, (int) whole.value() + more);
    }
  }

  private void in(Expression.In in) {
    if (in.set() instanceof InSet.Values values) {
      values.items().forEach(item -> compared(BinaryOperator.EQUAL, in.operand(), item));
    } else if (in.set() instanceof InSet.Rows rows) {
      List<String> columns = Operands.columns(in.operand());
      rows.query()
          .all(Source.Function.class)
          .flatMap(function -> function.arguments().stream())
          .flatMap(argument -> Operands.parameters(argument).stream())
          .forEach(parameter -> columns.forEach(
              column -> role(parameter, ParameterRole.meets(Use.ITEMS, SqlName.key(column)))));
      Operands.results(rows.query())
          .forEach(result -> compared(BinaryOperator.EQUAL, in.operand(), result));
    }
  }

  private void like(Expression.Like like) {
    boolean search = like.operator().equals("MATCH");
    for (String column : Operands.columns(like.operand())) {
      for (Datum value : Operands.values(like.pattern())) {
        Datum matching = search ? Near.words(value) : Near.matching(value);
        // The name of the table stands for all of its columns.
        want(search ? "" : column, List.of(matching));
      }
      Operands.parameters(like.pattern())
          .forEach(parameter -> role(
              parameter,
              ParameterRole.meets(search ? Use.WORDS : Use.PATTERN, SqlName.key(column))));
    }
  }

  private void called(String function, List<Expression> arguments) {
    String name = SqlName.key(function);
    if (REACHING.contains(name) && arguments.size() > 1) {
      Operands.values(arguments.get(1)).forEach(value -> crowd(value, 1));
    }
    boolean isDate = DATES.contains(name);
    if (!isDate && !name.startsWith("json")) {
      return;
    }
    for (Expression argument : arguments) {
      Operands.columns(argument)
          .forEach(column -> (isDate ? dates : json).add(SqlName.key(column)));
      Operands.parameters(argument)
          .forEach(found -> role(found, ParameterRole.of(isDate ? Use.DATE : Use.JSON)));
      if (!isDate) {
        Operands.values(argument).forEach(this::path);
      }
    }
  }

  private void path(Datum value) {
    if (value instanceof Datum.Text text && text.value().matches("(\\$\\.)?\\w+")) {
      paths.add(text.value().replace("$.", ""));
    }
  }

  private void inserted(Change.Insert insert) {
    Optional<SelectCore> first = insert.rows().map(Query::first);
    if (first.orElse(null) instanceof SelectCore.Values values) {
      values.rows().forEach(row -> inserted(insert, row.items()));
    } else {
      insert.rows().ifPresent(query -> inserted(insert, Operands.results(query)));
    }
  }

  private void inserted(Change.Insert insert, List<Expression> values) {
    for (int i = 0; i < values.size(); i++) {
      if (i < insert.columns().size()) {
        stored(insert.columns().get(i), values.get(i));
      } else if (insert.columns().isEmpty()) {
        stored("#" + i, values.get(i));
      }
    }
  }

  private void stored(Identifier column, Expression value) {
    stored(column.name(), value);
  }

  private void stored(String column, Expression value) {
    Operands.parameters(value)
        .forEach(found -> role(found, ParameterRole.meets(Use.STORED, SqlName.key(column))));
  }

  private void limit(Limit limit) {
    List<Expression> numbers = new ArrayList<>(List.of(limit.count()));
    limit.offset().ifPresent(offset -> {
      numbers.add(offset);
      Operands.values(offset).forEach(value -> crowd(value, 2));
    });
    numbers.forEach(number -> Operands.parameters(number)
        .forEach(parameter -> role(parameter, ParameterRole.of(Use.COUNT))));
  }

  private void joined(List<String> left, List<String> right) {
    left.forEach(one -> right.forEach(other -> groups.join(SqlName.key(one), SqlName.key(other))));
  }

  private void want(String column, List<Datum> values) {
    wanted.computeIfAbsent(SqlName.key(column), name -> new ArrayList<>()).addAll(values);
  }

  private void role(Parameter parameter, ParameterRole role) {
    roles.computeIfAbsent(parameter.span(), span -> new ArrayList<>()).add(role);
  }
}
