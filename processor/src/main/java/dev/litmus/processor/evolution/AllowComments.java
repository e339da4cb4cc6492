package dev.litmus.processor.evolution;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Severity;
import dev.litmus.processor.problem.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines such as {@code -- litmus: allow migration/fails-on-rows: names are unique since 2024}, by which a file of
 * migrations silences a warning of its own. A comment and no option, because it has to stand beside what it excuses, with
 * a reason, and because comments are no part of a checksum: it can be added to a migration that has been applied.
 */
final class AllowComments {

  private static final Pattern COMMENT =
      Pattern.compile("\\s*--\\s*litmus:\\s*allow\\b\\s*([^\\s:]*)\\s*:?(.*)");

  private final Step step;
  private final List<Allowance> allowances;

  private record Allowance(String code, String reason, int line) {}

  private AllowComments(Step step) {
    this.step = step;
    this.allowances = read(step.schema().textOf(step.migration()));
  }

  /** Returns the line that silences a problem, for messages. */
  static String example(ProblemCode code) {
    return "-- litmus: allow " + code.text() + ": <reason>";
  }

  /** Returns what remains of the problems of a migration, and what is wrong with its comments. */
  static List<Problem> apply(Step step, List<Problem> problems) {
    return new AllowComments(step).apply(problems);
  }

  private static List<Allowance> read(String text) {
    List<Allowance> allowances = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher comment = COMMENT.matcher(lines.get(i));
      if (comment.matches()) {
        allowances.add(new Allowance(comment.group(1), comment.group(2).strip(), i + 1));
      }
    }
    return allowances;
  }

  private List<Problem> apply(List<Problem> problems) {
    List<Problem> remaining = new ArrayList<>(problems.stream()
        .filter(problem -> allowances.stream().noneMatch(allow -> silences(allow, problem)))
        .toList());
    for (Allowance allow : allowances) {
      wrong(allow, problems).ifPresent(remaining::add);
    }
    return remaining;
  }

  private static boolean silences(Allowance allow, Problem problem) {
    return isAllowable(problem.code()) && problem.code().text().equals(allow.code());
  }

  private static boolean isAllowable(ProblemCode code) {
    return code.isOfMigrations() && code.severity() != Severity.ERROR;
  }

  private static List<String> allowable() {
    return Arrays.stream(ProblemCode.values())
        .filter(AllowComments::isAllowable)
        .map(ProblemCode::text)
        .sorted()
        .toList();
  }

  private Optional<Problem> wrong(Allowance allow, List<Problem> problems) {
    String code = "`" + allow.code() + "`";
    if (!allowable().contains(allow.code())) {
      boolean known =
          Arrays.stream(ProblemCode.values()).anyMatch(one -> one.text().equals(allow.code()));
      Problem problem = known
          ? step.problem(ProblemCode.NOT_ALLOWABLE, code + " cannot be allowed", allow.line())
          : step.problem(
                  ProblemCode.UNKNOWN_CODE, "there is no problem called " + code, allow.line())
              .suggest(Suggestions.nearest(allow.code(), allowable()));
      return Optional.of(problem.evidence(
          "what can be allowed in a migration: " + String.join(", ", allowable())));
    }
    if (allow.reason().isEmpty()) {
      return Optional.of(step.problem(
              ProblemCode.MISSING_REASON,
              "nothing says why " + code + " is allowed here",
              allow.line())
          .help("write behind a colon why it is harmless"));
    }
    return problems.stream().anyMatch(problem -> silences(allow, problem))
        ? Optional.empty()
        : Optional.of(step.problem(
                ProblemCode.UNUSED_ALLOW, "there is no " + code + " to allow", allow.line())
            .help("remove the comment"));
  }
}
