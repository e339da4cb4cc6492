package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Between;
import dev.litmus.processor.sql.tree.Expression.Binary;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.Cast;
import dev.litmus.processor.sql.tree.Expression.Collate;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.In;
import dev.litmus.processor.sql.tree.Expression.Like;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Expression.NullTest;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import dev.litmus.processor.sql.tree.Expression.RowValue;
import dev.litmus.processor.sql.tree.Expression.Unary;
import dev.litmus.processor.sql.tree.InSet;
import dev.litmus.processor.sql.tree.UnaryOperator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns are not NULL where a condition has a certain outcome. NULL is neither true nor false; almost everything that
 * is made of NULL is NULL.
 *
 * @see <a href="https://sqlite.org/nulls.html">NULL handling</a>
 * @see <a href="https://sqlite.org/lang_expr.html">SQL language expressions</a>
 */
final class Narrowing {

  /** MATCH and REGEXP are whatever a table or an application makes of them. */
  private static final Set<String> LIKE = Set.of("LIKE", "GLOB");

  private final Subject subject;
  private final Context context;

  Narrowing(Subject subject, Context context) {
    this.subject = subject;
    this.context = context;
  }

  /** Returns the columns that are not NULL where a condition is true. */
  Set<Ref> whenTrue(Expression condition) {
    if (condition instanceof Parenthesized parenthesized) {
      return whenTrue(parenthesized.inner());
    }
    if (condition instanceof Unary unary && unary.operator() == UnaryOperator.NOT) {
      return whenFalse(unary.operand());
    }
    if (condition instanceof Binary binary) {
      return switch (binary.operator()) {
        case AND -> both(whenTrue(binary.left()), whenTrue(binary.right()));
        case OR -> common(whenTrue(binary.left()), whenTrue(binary.right()));
        case IS -> whenSame(binary);
        case IS_NOT -> whenDifferent(binary);
        case EQUAL -> both(everyItem(binary.left()), everyItem(binary.right()));
        default -> notNullIn(binary);
      };
    }
    if (condition instanceof NullTest test) {
      return test.negated() ? notNullIn(test.operand()) : Set.of();
    }
    if (condition instanceof Between between) {
      return between.negated()
          ? notNullIn(between.operand())
          : both(
              notNullIn(between.operand()),
              both(notNullIn(between.low()), notNullIn(between.high())));
    }
    if (condition instanceof In in && !in.negated()) {
      return everyItem(in.operand());
    }
    return notNullIn(condition);
  }

  /** Returns the columns that are not NULL where a condition is false, which is more than not true. */
  Set<Ref> whenFalse(Expression condition) {
    if (condition instanceof Parenthesized parenthesized) {
      return whenFalse(parenthesized.inner());
    }
    if (condition instanceof Unary unary && unary.operator() == UnaryOperator.NOT) {
      return whenTrue(unary.operand());
    }
    if (condition instanceof Binary binary) {
      return switch (binary.operator()) {
        case OR -> both(whenFalse(binary.left()), whenFalse(binary.right()));
        case AND -> common(whenFalse(binary.left()), whenFalse(binary.right()));
        case IS -> whenDifferent(binary);
        case IS_NOT -> whenSame(binary);
        case NOT_EQUAL -> both(everyItem(binary.left()), everyItem(binary.right()));
        default -> notNullIn(binary);
      };
    }
    if (condition instanceof NullTest test) {
      return test.negated() ? Set.of() : notNullIn(test.operand());
    }
    if (condition instanceof Between between && between.negated()) {
      return both(
          notNullIn(between.operand()), both(notNullIn(between.low()), notNullIn(between.high())));
    }
    if (condition instanceof In in && in.negated()) {
      return everyItem(in.operand());
    }
    return notNullIn(condition);
  }

  /** Returns the columns that are not NULL where a condition is false or NULL. */
  Set<Ref> whenNotTrue(Expression condition) {
    if (condition instanceof Parenthesized parenthesized) {
      return whenNotTrue(parenthesized.inner());
    }
    if (condition instanceof NullTest) {
      return whenFalse(condition);
    }
    if (condition instanceof Binary binary) {
      return switch (binary.operator()) {
        case IS, IS_NOT -> whenFalse(binary);
        case OR -> both(whenNotTrue(binary.left()), whenNotTrue(binary.right()));
        case AND -> common(whenNotTrue(binary.left()), whenNotTrue(binary.right()));
        default -> Set.of();
      };
    }
    return Set.of();
  }

  /** {@code a IS b}: what one side is, the other is as well. {@code a IS TRUE} asks about a condition. */
  private Set<Ref> whenSame(Binary binary) {
    Optional<Boolean> truth = subject.truth(binary.right());
    if (truth.isPresent()) {
      return truth.get() ? whenTrue(binary.left()) : whenFalse(binary.left());
    }
    Set<Ref> found = new HashSet<>();
    if (isNeverNull(binary.right())) {
      found.addAll(notNullIn(binary.left()));
    }
    if (isNeverNull(binary.left())) {
      found.addAll(notNullIn(binary.right()));
    }
    return found;
  }

  private Set<Ref> whenDifferent(Binary binary) {
    if (isNull(binary.right())) {
      return notNullIn(binary.left());
    }
    return isNull(binary.left()) ? notNullIn(binary.right()) : Set.of();
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Parenthesized parenthesized
        ? isNull(parenthesized.inner())
        : expression instanceof Literal literal && literal.kind() == Literal.Kind.NULL;
  }

  private static boolean isNeverNull(Expression expression) {
    return expression instanceof Parenthesized parenthesized
        ? isNeverNull(parenthesized.inner())
        : expression instanceof Literal literal && literal.kind() != Literal.Kind.NULL;
  }

  /** Rows are equal only when all of their items are; of other comparisons, one item may decide. */
  private Set<Ref> everyItem(Expression expression) {
    if (expression instanceof Parenthesized parenthesized) {
      return everyItem(parenthesized.inner());
    }
    if (!(expression instanceof RowValue row)) {
      return notNullIn(expression);
    }
    Set<Ref> found = new HashSet<>();
    row.items().forEach(item -> found.addAll(notNullIn(item)));
    return found;
  }

  /** Returns the columns that are not NULL where an expression is not NULL. */
  Set<Ref> notNullIn(Expression expression) {
    if (expression instanceof ColumnName name) {
      return column(name);
    }
    if (expression instanceof Parenthesized parenthesized) {
      return notNullIn(parenthesized.inner());
    }
    if (expression instanceof Unary unary) {
      return notNullIn(unary.operand());
    }
    if (expression instanceof Collate collate) {
      return notNullIn(collate.operand());
    }
    if (expression instanceof Cast cast) {
      return notNullIn(cast.operand());
    }
    if (expression instanceof Binary binary) {
      return binary(binary);
    }
    if (expression instanceof Like like && LIKE.contains(like.operator())) {
      return both(notNullIn(like.operand()), notNullIn(like.pattern()));
    }
    if (expression instanceof Between between) {
      return notNullIn(between.operand());
    }
    if (expression instanceof In in) {
      return hasItems(in.set()) ? notNullIn(in.operand()) : Set.of();
    }
    return expression instanceof Call call ? call(call) : Set.of();
  }

  private Set<Ref> column(ColumnName name) {
    if (subject.isAlias(name)) {
      Expression named = context.aliases().get(Aliases.key(name.name()));
      return named == null ? Set.of() : notNullIn(named);
    }
    return subject
        .origin(name)
        .filter(relation -> !isArgument(relation, name))
        .flatMap(relation -> relation.at())
        .flatMap(relation -> context.ref(relation, name.name().name()))
        .map(Set::of)
        .orElse(Set.of());
  }

  /** What a hidden column of a virtual table is compared with is an argument to that table, not a value of the column. */
  private static boolean isArgument(Relation relation, ColumnName name) {
    return relation
        .table()
        .filter(table -> table.kind() == Table.Kind.VIRTUAL)
        .flatMap(table -> table.column(name.name().name()))
        .filter(Column::hidden)
        .isPresent();
  }

  private Set<Ref> binary(Binary binary) {
    return switch (binary.operator()) {
      case AND, OR -> common(whenTrue(binary), whenFalse(binary));
      case IS, IS_NOT -> Set.of();
      default -> both(notNullIn(binary.left()), notNullIn(binary.right()));
    };
  }

  /** {@code NULL IN ()} is false; a subquery may have no rows, and a parameter may be a collection without items. */
  private static boolean hasItems(InSet set) {
    return set instanceof InSet.Values values
        && values.items().stream().anyMatch(item -> !(item instanceof Parameter));
  }

  private Set<Ref> call(Call call) {
    if (call.over().isPresent()) {
      return Set.of();
    }
    Set<Ref> found = new HashSet<>();
    subject.function(call).ifPresent(function -> {
      for (int i = 0; i < call.arguments().size(); i++) {
        if (function.rejectsNull(i)) {
          found.addAll(notNullIn(call.arguments().get(i)));
        }
      }
    });
    return found;
  }

  private static Set<Ref> both(Set<Ref> some, Set<Ref> others) {
    Set<Ref> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static Set<Ref> common(Set<Ref> some, Set<Ref> others) {
    Set<Ref> all = new HashSet<>(some);
    all.retainAll(others);
    return all;
  }
}
