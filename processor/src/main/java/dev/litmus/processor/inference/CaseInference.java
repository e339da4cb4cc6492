package dev.litmus.processor.inference;

import dev.litmus.processor.inference.ParameterUse.Kind;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Case;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What CASE yields. Each branch is reached where its condition is true and none before it was, which says of some columns that
 * they are not NULL there.
 *
 * @see <a href="https://sqlite.org/lang_expr.html#the_case_expression">The CASE expression</a>
 */
final class CaseInference {

  private final ExpressionInference expressions;

  CaseInference(ExpressionInference expressions) {
    this.expressions = expressions;
  }

  Value of(Case caseOf) {
    caseOf.operand().ifPresent(expressions::of);
    List<Expression> results = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    Set<Ref> notNull = new HashSet<>();
    for (Case.When branch : caseOf.branches()) {
      condition(caseOf.operand(), branch.condition());
      results.add(branch.result());
      values.add(at(notNull, whenTrue(caseOf.operand(), branch.condition()), branch.result()));
      if (caseOf.operand().isEmpty()) {
        notNull.addAll(narrowing().whenNotTrue(branch.condition()));
      }
    }
    caseOf.otherwise().ifPresent(otherwise -> {
      results.add(otherwise);
      values.add(at(notNull, Set.of(), otherwise));
    });
    expressions.share(results, values);
    Value value = values.stream().reduce(Value::or).orElseThrow();
    return caseOf.otherwise().isPresent()
        ? value
        : value.orNull(
            NullReason.of("CASE without ELSE is NULL when no branch applies", caseOf.span()));
  }

  private Narrowing narrowing() {
    return new Narrowing(expressions.inferring().subject(), expressions.context());
  }

  private void condition(Optional<Expression> operand, Expression condition) {
    expressions.of(condition);
    operand.ifPresentOrElse(
        compared -> new Comparison(expressions).meet(Kind.EQUATED, compared, condition),
        () -> expressions.expect(condition, Kind.OTHER, SqlType.INTEGER));
  }

  private Set<Ref> whenTrue(Optional<Expression> operand, Expression condition) {
    if (operand.isEmpty()) {
      return narrowing().whenTrue(condition);
    }
    Set<Ref> equal = new HashSet<>(narrowing().notNullIn(operand.get()));
    equal.addAll(narrowing().notNullIn(condition));
    return equal;
  }

  private Value at(Set<Ref> before, Set<Ref> here, Expression result) {
    Set<Ref> known = new HashSet<>(before);
    known.addAll(here);
    return expressions.inferring().in(expressions.context().knowing(known)).of(result);
  }
}
