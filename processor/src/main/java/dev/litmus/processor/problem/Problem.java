package dev.litmus.processor.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong, ready to be printed. Immutable: the methods that add a part return a new problem.
 *
 * @param code its public name
 * @param origin where it belongs in the Java source
 * @param fact what is wrong: lower case, no full stop, names in backticks, no cure
 * @param excerpt the SQL as written, with the words to underline
 * @param evidence expected and found, or the candidates; a line each
 * @param notes causes elsewhere; a line each, printed behind {@code note:}
 * @param help the one cure, when it is sure
 */
public record Problem(
    ProblemCode code,
    Origin origin,
    String fact,
    Optional<Excerpt> excerpt,
    List<String> evidence,
    List<String> notes,
    Optional<String> help) {

  public Problem {
    evidence = List.copyOf(evidence);
    notes = List.copyOf(notes);
  }

  public static Problem of(ProblemCode code, Origin origin, String fact) {
    return new Problem(
        code, origin, fact, Optional.empty(), List.of(), List.of(), Optional.empty());
  }

  /** Tells whether anything in a list keeps a query from being used. */
  public static boolean anyError(List<Problem> problems) {
    return problems.stream().anyMatch(p -> p.code.severity() == Severity.ERROR);
  }

  public Problem at(Excerpt where) {
    return new Problem(code, origin, fact, Optional.of(where), evidence, notes, help);
  }

  public Problem evidence(String line) {
    return new Problem(code, origin, fact, excerpt, with(evidence, line), notes, help);
  }

  public Problem note(String line) {
    return new Problem(code, origin, fact, excerpt, evidence, with(notes, line), help);
  }

  public Problem help(String cure) {
    return new Problem(code, origin, fact, excerpt, evidence, notes, Optional.of(cure));
  }

  /** Adds {@code did you mean …?} when there is something to suggest. */
  public Problem suggest(Optional<String> name) {
    return name.map(n -> help("did you mean `" + n + "`?")).orElse(this);
  }

  private static List<String> with(List<String> lines, String line) {
    List<String> all = new ArrayList<>(lines);
    all.add(line);
    return all;
  }
}
