package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Collate;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import dev.litmus.processor.sql.tree.Expression.Unary;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.UnaryOperator;
import dev.litmus.processor.value.SqlType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects what the places of parameters say of them, while the expressions around them are looked at. An expression may be
 * looked at more than once; the place that says most counts.
 */
final class ParameterUses {

  private final Map<Span, ParameterUse> uses = new LinkedHashMap<>();

  /** Notes what is expected of an expression, if that is a parameter; parentheses and the like change nothing. */
  void expect(
      Expression expression, ParameterUse.Kind kind, SqlType type, Optional<Column> column) {
    if (expression instanceof Parenthesized parenthesized) {
      expect(parenthesized.inner(), kind, type, column);
    } else if (expression instanceof Collate collate) {
      expect(collate.operand(), kind, type, column);
    } else if (expression instanceof Unary unary && unary.operator() == UnaryOperator.PLUS) {
      expect(unary.operand(), kind, type, column);
    } else if (expression instanceof Parameter parameter) {
      ParameterUse use = new ParameterUse(parameter, kind, type, column);
      uses.merge(parameter.span(), use, ParameterUses::more);
    }
  }

  private static ParameterUse more(ParameterUse known, ParameterUse other) {
    boolean vague = known.kind() == ParameterUse.Kind.OTHER && known.type() == SqlType.ANY;
    boolean untyped = known.kind() == other.kind() && known.type() == SqlType.ANY;
    return vague || untyped ? other : known;
  }

  /** Returns what is known of each parameter, in the order of the text. */
  List<ParameterFacts> facts() {
    Map<List<String>, List<ParameterUse>> byName = uses.values().stream()
        .sorted(Comparator.comparingInt(use -> use.parameter().span().start()))
        .collect(Collectors.groupingBy(
            use -> key(use.parameter()), LinkedHashMap::new, Collectors.toList()));
    List<ParameterFacts> facts = new ArrayList<>();
    byName.values().forEach(same -> {
      Parameter first = same.get(0).parameter();
      facts.add(new ParameterFacts(first.path(), first.text(), type(same), isNullable(same), same));
    });
    return facts;
  }

  private static List<String> key(Parameter parameter) {
    return parameter.isPositional() ? List.of("?", parameter.text()) : parameter.path();
  }

  private static SqlType type(List<ParameterUse> uses) {
    Set<SqlType> types = uses.stream()
        .map(ParameterUse::type)
        .filter(type -> type != SqlType.ANY)
        .collect(Collectors.toSet());
    if (types.size() == 1) {
      return types.iterator().next();
    }
    boolean numbers = !types.isEmpty() && NUMBERS.containsAll(types);
    return numbers ? number(types) : SqlType.ANY;
  }

  private static final Set<SqlType> NUMBERS =
      Set.of(SqlType.INTEGER, SqlType.REAL, SqlType.NUMERIC);

  /** What is any number in one place, and an INTEGER in another, is an INTEGER. */
  private static SqlType number(Set<SqlType> types) {
    boolean both = types.contains(SqlType.INTEGER) && types.contains(SqlType.REAL);
    if (both) {
      return SqlType.NUMERIC;
    }
    return types.contains(SqlType.INTEGER) ? SqlType.INTEGER : SqlType.REAL;
  }

  private static boolean isNullable(List<ParameterUse> uses) {
    return uses.stream().anyMatch(use -> switch (use.kind()) {
      case TESTED -> true;
      case STORED -> use.column().filter(column -> !column.notNull()).isPresent();
      case OTHER -> use.type() == SqlType.ANY;
      case EQUATED, COMPARED, LIMIT -> false;
    });
  }
}
