package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.FunctionDeclaration;
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
            .help(cure(
                "dev.litmus.runtime.RepositoryFactory",
                provided,
                missing.stream().map(RepositoryDeclaration::factoryName).sorted())));
  }

  /**
   * Returns what is wrong with a module whose functions SQLite would never get: one problem for all of its classes.
   *
   * @param provided the registrations that it provides
   * @param classes those of the module that have functions
   */
  public static Optional<Problem> checkFunctions(
      String module, List<String> provided, List<FunctionDeclaration> classes) {
    List<FunctionDeclaration> missing = classes.stream()
        .filter(one -> !provided.contains(one.registrationName()))
        .toList();
    return missing.stream()
        .findFirst()
        .map(first -> Problem.of(
                ProblemCode.MISSING_PROVIDES,
                first.origin(),
                "module `" + module + "` does not provide the functions of `"
                    + first.type().simpleName() + "`"
                    + (missing.size() == 1 ? "" : " and " + (missing.size() - 1) + " more"))
            .note("a database is opened without functions that their module keeps to itself")
            .help(cure(
                "dev.litmus.runtime.function.SqlFunctions",
                provided,
                missing.stream().map(FunctionDeclaration::registrationName).sorted())));
  }

  private static Problem problem(String module, RepositoryDeclaration first, int missing) {
    return Problem.of(
        ProblemCode.MISSING_PROVIDES,
        first.origin(),
        "module `" + module + "` does not provide the factory of `"
            + first.type().simpleName() + "`"
            + (missing == 1 ? "" : " and " + (missing - 1) + " more"));
  }

  private static String cure(String service, List<String> provided, Stream<String> missing) {
    List<String> all = Stream.concat(provided.stream(), missing).toList();
    return (provided.isEmpty() ? "add to" : "write in") + " module-info.java:" + " `provides "
        + service + " with " + String.join(", ", all) + ";`";
  }
}
