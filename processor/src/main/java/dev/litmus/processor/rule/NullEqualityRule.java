package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.Expression;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Nothing is compared with the word NULL: no such comparison is true. */
public final class NullEqualityRule {

  private static final Set<BinaryOperator> COMPARISONS = EnumSet.of(
      BinaryOperator.EQUAL,
      BinaryOperator.NOT_EQUAL,
      BinaryOperator.LESS,
      BinaryOperator.LESS_OR_EQUAL,
      BinaryOperator.GREATER,
      BinaryOperator.GREATER_OR_EQUAL);

  private NullEqualityRule() {}

  public static List<Problem> check(MethodDeclaration method, ParsedQuery query) {
    return query
        .all(Expression.Binary.class)
        .filter(binary -> COMPARISONS.contains(binary.operator()))
        .filter(binary -> isNull(binary.left()) || isNull(binary.right()))
        .map(binary -> problem(method, query, binary))
        .toList();
  }

  private static boolean isNull(Expression expression) {
    return expression instanceof Expression.Parenthesized parenthesized
        ? isNull(parenthesized.inner())
        : expression instanceof Expression.Literal literal
            && literal.kind() == Expression.Literal.Kind.NULL;
  }

  private static Problem problem(
      MethodDeclaration method, ParsedQuery query, Expression.Binary comparison) {
    Expression other = isNull(comparison.right()) ? comparison.left() : comparison.right();
    Problem problem = Problem.of(
            ProblemCode.NULL_EQUALITY,
            method.origin(),
            ResultExcerpt.shortText(query, comparison)
                .map(text -> "`" + text + "` is never true")
                .orElse("a comparison with NULL is never true"))
        .at(query.excerpt(comparison.span()))
        .note("a comparison with NULL is NULL, whatever stands on its other side");
    String operand = ResultExcerpt.shortText(query, other).orElse("…");
    return switch (comparison.operator()) {
      case EQUAL -> problem.help("write `" + operand + " IS NULL`");
      case NOT_EQUAL -> problem.help("write `" + operand + " IS NOT NULL`");
      default -> problem;
    };
  }
}
