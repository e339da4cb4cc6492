package dev.litmus.processor.doubt;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.In;
import dev.litmus.processor.sql.tree.InSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The word NULL is compared with something: no such comparison is true. */
final class NullEqualities {

  private static final Set<BinaryOperator> COMPARISONS = EnumSet.of(
      BinaryOperator.EQUAL,
      BinaryOperator.NOT_EQUAL,
      BinaryOperator.LESS,
      BinaryOperator.LESS_OR_EQUAL,
      BinaryOperator.GREATER,
      BinaryOperator.GREATER_OR_EQUAL);

  private NullEqualities() {}

  static List<Problem> problems(Doubtful doubtful) {
    Stream<Problem> comparisons = doubtful
        .query()
        .all(Expression.Binary.class)
        .filter(binary -> COMPARISONS.contains(binary.operator()))
        .filter(binary -> isNull(binary.left()) || isNull(binary.right()))
        .map(binary -> compared(doubtful, binary));
    Stream<Problem> lists = doubtful.query().all(In.class).flatMap(in -> listed(doubtful, in));
    return Stream.concat(comparisons, lists).toList();
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Expression.Parenthesized parenthesized
        ? isNull(parenthesized.inner())
        : expression instanceof Expression.Literal literal
            && literal.kind() == Expression.Literal.Kind.NULL;
  }

  private static Problem compared(Doubtful doubtful, Expression.Binary comparison) {
    Expression other = isNull(comparison.right()) ? comparison.left() : comparison.right();
    Problem problem = doubtful
        .problem(
            ProblemCode.NULL_EQUALITY,
            comparison.span(),
            doubtful
                .query()
                .shortTextOf(comparison)
                .map(text -> "`" + text + "` is never true")
                .orElse("a comparison with NULL is never true"))
        .note("a comparison with NULL is NULL, whatever stands on its other side");
    return switch (comparison.operator()) {
      case EQUAL -> problem.help("write `" + doubtful.words(other) + " IS NULL`");
      case NOT_EQUAL -> problem.help("write `" + doubtful.words(other) + " IS NOT NULL`");
      default -> problem;
    };
  }

  private static Stream<Problem> listed(Doubtful doubtful, In in) {
    return in.set() instanceof InSet.Values values
        ? values.items().stream()
            .filter(NullEqualities::isNull)
            .limit(1)
            .map(item -> listed(doubtful, in, item))
        : Stream.empty();
  }

  private static Problem listed(Doubtful doubtful, In in, Expression item) {
    String operand = doubtful.words(in.operand());
    return in.negated()
        ? doubtful
            .problem(
                ProblemCode.NULL_EQUALITY,
                item.span(),
                "`" + operand + " NOT IN` a list with NULL is never true")
            .note("whether a value is the unknown one of the list is unknown, so it is NULL")
            .help("take NULL out of the list, and write `AND " + operand + " IS NOT NULL`")
        : doubtful
            .problem(
                ProblemCode.NULL_EQUALITY, item.span(), "`" + operand + " IN` never finds NULL")
            .note("a comparison with NULL is NULL, whatever stands on its other side")
            .help("write `OR " + operand + " IS NULL` instead");
  }
}
