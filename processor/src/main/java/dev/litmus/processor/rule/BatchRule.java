package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.BatchDeclaration;
import dev.litmus.processor.declaration.BatchItems;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.ParameterDeclaration;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** A batch has items, in one parameter, and a size. */
public final class BatchRule {

  private BatchRule() {}

  public static List<Problem> check(MethodDeclaration method) {
    return method.batch().flatMap(batch -> check(method, batch)).stream().toList();
  }

  private static Optional<Problem> check(MethodDeclaration method, BatchDeclaration batch) {
    if (batch.size() < 1) {
      return Optional.of(problem(batch, "a chunk cannot have " + batch.size() + " items")
          .help("write a size of 1 or more"));
    }
    List<String> candidates = method.parameters().stream()
        .filter(parameter -> BatchItems.of(parameter.type()).isPresent())
        .map(ParameterDeclaration::name)
        .toList();
    if (candidates.isEmpty()) {
      return Optional.of(problem(batch, "`" + method.name() + "` has no parameter with items")
          .help("declare an `Iterable`, `Collection`, `List` or `Set`"));
    }
    return candidates.size() == 1
        ? Optional.empty()
        : Optional.of(problem(
                batch,
                "`" + method.name() + "` has " + candidates.size() + " parameters with items: "
                    + String.join(", ", candidates))
            .help("leave one; a statement cannot run once for each item of several"));
  }

  /** A batch that only reads would throw away what it reads. */
  static Problem readOnly(BatchDeclaration batch) {
    return problem(batch, "a batch is for statements that change rows, and this one reads")
        .help("pass the items to one query, `column IN (:items)`");
  }

  private static Problem problem(BatchDeclaration batch, String fact) {
    return Problem.of(ProblemCode.INVALID_BATCH, batch.origin(), fact);
  }
}
