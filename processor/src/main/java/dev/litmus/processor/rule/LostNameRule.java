package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.ParameterDeclaration;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that a query uses are not lost with those of the method's parameters. */
public final class LostNameRule {

  private LostNameRule() {}

  /** Returns the one problem that explains why none of the query's names is known. */
  public static Optional<Problem> check(MethodDeclaration method, ParsedQuery query) {
    if (!method.signature().namesLost()) {
      return Optional.empty();
    }
    Set<String> known =
        method.parameters().stream().map(ParameterDeclaration::name).collect(Collectors.toSet());
    Optional<Parameter> first = query.parameters().stream()
        .filter(reference -> !known.contains(reference.path().get(0)))
        .findFirst();
    return first.map(reference -> Problem.of(
            ProblemCode.LOST_NAME,
            method.origin(),
            "the parameters of `" + method.name() + "` have lost their names, `"
                + reference.path().get(0) + "` among them")
        .at(query.excerpt(reference.span()))
        .note("the class file with `" + method.name() + "` was compiled without `-parameters`")
        .help("compile it with `-parameters`, or annotate its parameters with `@Param`"));
  }
}
