package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.AllowDeclaration;
import dev.litmus.processor.declaration.RepositoryDeclaration;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What {@code @Allow} silences is left out. Only warnings and notes can be, each with a reason, and an annotation that
 * silences nothing is a warning of its own.
 */
public final class AllowRule {

  /** Found at the end of a compilation, or only on request: whether there is none cannot be told here. */
  private static final Set<ProblemCode> UNKNOWN_HERE =
      Set.of(ProblemCode.MISSING_PROVIDES, ProblemCode.NEEDS_MIGRATION);

  private final RepositoryDeclaration repository;
  private final List<Problem> problems;

  private AllowRule(RepositoryDeclaration repository, List<Problem> problems) {
    this.repository = repository;
    this.problems = problems;
  }

  /** Returns what remains of all the problems of a repository, and what is wrong with its annotations. */
  public static List<Problem> apply(RepositoryDeclaration repository, List<Problem> problems) {
    return new AllowRule(repository, problems).apply();
  }

  private List<Problem> apply() {
    List<Problem> remaining = new ArrayList<>(problems.stream()
        .filter(problem ->
            repository.allowances().stream().noneMatch(allow -> silences(allow, problem)))
        .toList());
    List<Problem> invalid = repository.allowances().stream()
        .flatMap(allow -> Stream.of(invalidCode(allow), missingReason(allow)))
        .flatMap(Optional::stream)
        .toList();
    remaining.addAll(invalid);
    // A query with errors has not been checked to the end: more may be there to silence.
    if (!Problem.anyError(remaining)) {
      remaining.addAll(unused());
    }
    return remaining;
  }

  private static boolean silences(AllowDeclaration allow, Problem problem) {
    return problem.code().isAllowable()
        && problem.code().text().equals(allow.code())
        && allow.covers(problem.origin());
  }

  private static Optional<Problem> invalidCode(AllowDeclaration allow) {
    Optional<ProblemCode> code = Arrays.stream(ProblemCode.values())
        .filter(known -> known.text().equals(allow.code()))
        .findFirst();
    if (code.filter(ProblemCode::isAllowable).isPresent()) {
      return Optional.empty();
    }
    if (code.isPresent()) {
      return Optional.of(Problem.of(
              ProblemCode.NOT_ALLOWABLE, allow.origin(), "`" + allow.code() + "` cannot be allowed")
          .evidence("what can be allowed: " + String.join(", ", allowable())));
    }
    return Optional.of(Problem.of(
            ProblemCode.UNKNOWN_CODE,
            allow.origin(),
            "there is no problem called `" + allow.code() + "`")
        .evidence("what can be allowed: " + String.join(", ", allowable()))
        .suggest(nearest(allow.code())));
  }

  /** The slug alone is understood as well: it is the name of the page. */
  private static Optional<String> nearest(String code) {
    return allowable().stream()
        .filter(known -> known.endsWith("/" + code))
        .findFirst()
        .or(() -> Suggestions.nearest(code, allowable()));
  }

  private static List<String> allowable() {
    return Arrays.stream(ProblemCode.values())
        .filter(ProblemCode::isAllowable)
        .map(ProblemCode::text)
        .sorted()
        .toList();
  }

  private static Optional<Problem> missingReason(AllowDeclaration allow) {
    return allow.reason().isBlank()
        ? Optional.of(Problem.of(
                ProblemCode.MISSING_REASON,
                allow.origin(),
                "nothing says why `" + allow.code() + "` is allowed here")
            .help("write in `reason` why it is harmless"))
        : Optional.empty();
  }

  /** Whether a repository has said that it goes without; asked for what only the end of a compilation can tell. */
  static boolean allows(RepositoryDeclaration repository, ProblemCode code) {
    return repository.allowances().stream().anyMatch(allow -> code.text().equals(allow.code()));
  }

  /** One that came along with an inherited method may be needed by another repository. */
  private List<Problem> unused() {
    Predicate<AllowDeclaration> idle =
        allow -> problems.stream().noneMatch(problem -> silences(allow, problem));
    return repository.allowances().stream()
        .filter(AllowDeclaration::own)
        .filter(allow -> UNKNOWN_HERE.stream().noneMatch(code -> code.text().equals(allow.code())))
        .filter(idle)
        .map(allow -> Problem.of(
                ProblemCode.UNUSED_ALLOW,
                allow.origin(),
                "there is no `" + allow.code() + "` to allow")
            .help("remove it from `@Allow`"))
        .toList();
  }
}
