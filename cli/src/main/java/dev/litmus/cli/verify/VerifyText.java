package dev.litmus.cli.verify;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemText;
import dev.litmus.processor.problem.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** What was verified as people read it: a line for each database, and behind it what is wrong. */
public final class VerifyText {

  private VerifyText() {}

  public static String render(List<Verified> all) {
    int width = all.stream().mapToInt(one -> one.database().length()).max().orElse(0);
    return all.stream().map(one -> render(one, width)).collect(Collectors.joining());
  }

  private static String render(Verified one, int width) {
    String name = one.database() + " ".repeat(width - one.database().length() + 2);
    String verdict =
        one.isValid() ? "valid up to version " + one.version().orElseThrow() + "\n" : "invalid\n";
    return name
        + verdict
        + one.problems().stream()
            .map(problem -> (severity(problem) + ProblemText.render(problem)).indent(2))
            .collect(Collectors.joining());
  }

  private static String severity(Problem problem) {
    return problem.code().severity() == Severity.ERROR
        ? ""
        : problem.code().severity().text() + ": ";
  }
}
