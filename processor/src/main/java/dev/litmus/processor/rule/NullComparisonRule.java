package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.Nullness;
import dev.litmus.processor.inference.ParameterFacts;
import dev.litmus.processor.inference.ParameterUse;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is declared to be null at times is not only compared: no comparison is true of NULL. One that is also tested for it,
 * or does something else, is meant so.
 *
 * @see <a href="https://sqlite.org/lang_expr.html#isisnot">SQLite: IS and IS NOT</a>
 */
public final class NullComparisonRule {

  private NullComparisonRule() {}

  public static List<Problem> check(
      MethodDeclaration method,
      ParsedQuery query,
      Map<List<String>, Binding> bindings,
      QueryFacts facts) {
    List<Problem> problems = new ArrayList<>();
    for (ParameterFacts parameter : facts.parameters()) {
      Binding binding = bindings.get(parameter.path());
      if (binding != null
          && binding.nullness() == Nullness.NULLABLE
          && parameter.uses().stream().allMatch(NullComparisonRule::isComparison)) {
        problems.add(problem(method, query, parameter, binding.isCollection()));
      }
    }
    return problems;
  }

  private static boolean isComparison(ParameterUse use) {
    return use.kind() == ParameterUse.Kind.EQUATED || use.kind() == ParameterUse.Kind.COMPARED;
  }

  private static Problem problem(
      MethodDeclaration method, ParsedQuery query, ParameterFacts parameter, boolean collection) {
    ParameterUse first = parameter.uses().get(0);
    String name = String.join(".", parameter.path());
    Problem problem = Problem.of(
            ProblemCode.NULL_COMPARISON,
            method.origin(),
            collection
                ? "an element of `" + name + "` may be null, and nothing is equal to NULL"
                : "`" + name + "` may be null, and no comparison is true of NULL")
        .at(query.excerpt(first.parameter().span()));
    if (collection) {
      return problem
          .note("with NULL in its list, IN finds no more, and NOT IN nothing at all")
          .help("declare its elements not null");
    }
    return problem.help(test(query, first)
            .map(operator -> "compare with `" + operator + " " + parameter.text() + "`")
            .orElse("test it as well, `" + parameter.text() + " IS NULL OR …`")
        + ", or declare `" + name + "` not null");
  }

  /** Returns the operator that finds NULL where a parameter is compared by one that does not. */
  private static Optional<String> test(ParsedQuery query, ParameterUse use) {
    return query
        .all(Expression.Binary.class)
        .filter(binary ->
            binary.left().equals(use.parameter()) || binary.right().equals(use.parameter()))
        .findFirst()
        .map(Expression.Binary::operator)
        .flatMap(operator -> switch (operator) {
          case EQUAL -> Optional.of("IS");
          case NOT_EQUAL -> Optional.of("IS NOT");
          default -> Optional.empty();
        });
  }
}
