package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.RepositoryDeclaration;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A named module provides the factory of each of its repositories: there, {@link java.util.ServiceLoader} looks at nothing
 * else.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-7.html#jls-7.7.4">Service provision</a>
 */
public final class ProvidesRule {

  private ProvidesRule() {}

  /**
   * Returns what is wrong with a module: one problem for all of its repositories, because the cure is one line.
   *
   * @param provided the factories that it provides
   * @param repositories those of the module
   */
  public static Optional<Problem> check(
      String module, List<String> provided, List<RepositoryDeclaration> repositories) {
    List<RepositoryDeclaration> missing = repositories.stream()
        .filter(repository -> !provided.contains(repository.factoryName()))
        .filter(repository -> !AllowRule.allows(repository, ProblemCode.MISSING_PROVIDES))
        .toList();
    return missing.stream()
        .findFirst()
        .map(first -> problem(module, first, missing.size())
            .note(
                "`Databases.repository` does not find an implementation that its module keeps to itself")
            .help(cure(provided, missing)));
  }

  private static Problem problem(String module, RepositoryDeclaration first, int missing) {
    return Problem.of(
        ProblemCode.MISSING_PROVIDES,
        first.origin(),
        "module `" + module + "` does not provide the factory of `"
            + first.type().simpleName() + "`"
            + (missing == 1 ? "" : " and " + (missing - 1) + " more"));
  }

  private static String cure(List<String> provided, List<RepositoryDeclaration> missing) {
    List<String> all = Stream.concat(
            provided.stream(),
            missing.stream().map(RepositoryDeclaration::factoryName).sorted())
        .toList();
    return (provided.isEmpty() ? "add to" : "write in") + " module-info.java:"
        + " `provides dev.litmus.runtime.RepositoryFactory with " + String.join(", ", all) + ";`";
  }
}
