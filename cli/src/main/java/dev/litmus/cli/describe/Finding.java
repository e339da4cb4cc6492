package dev.litmus.cli.describe;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemText;
import dev.litmus.processor.problem.Severity;
import java.util.Optional;

/**
 * One thing that was found about a query or about a line of the input.
 *
 * @param code its public name, {@code area/slug}
 * @param severity how bad it is
 * @param place where it stands; empty when it is about no words in particular
 * @param message what is wrong, in one line
 * @param text the whole of it as people read it, with the query, evidence and help
 */
public record Finding(
    String code, Severity severity, Optional<Place> place, String message, String text) {

  static Finding of(Problem problem, Severity severity) {
    return new Finding(
        problem.code().text(),
        severity,
        problem.excerpt().map(Place::of),
        problem.fact(),
        ProblemText.render(problem));
  }

  public static Finding of(Problem problem) {
    return of(problem, problem.code().severity());
  }

  /** A finding that is about no query: there is none. */
  static Finding invalidLine(String message) {
    String code = "input/invalid-line";
    return new Finding(
        code, Severity.ERROR, Optional.empty(), message, "[" + code + "] " + message);
  }
}
