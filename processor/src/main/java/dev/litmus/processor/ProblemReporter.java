package dev.litmus.processor;

import dev.litmus.processor.declaration.ElementOrigin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemText;
import dev.litmus.processor.problem.Severity;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Prints problems, each where it belongs; the only place that talks to the compiler's messager. */
final class ProblemReporter {

  private final Messager messager;
  private final boolean notes;

  /** Reports to a compiler; {@code notes} as well, when they are asked for. */
  ProblemReporter(Messager messager, boolean notes) {
    this.messager = messager;
    this.notes = notes;
  }

  void report(List<Problem> problems) {
    problems.stream()
        .filter(problem -> notes || problem.code().severity() != Severity.NOTE)
        .forEach(this::report);
  }

  private void report(Problem problem) {
    Diagnostic.Kind kind = kind(problem.code().severity());
    if (problem.origin() instanceof ElementOrigin origin) {
      ElementOrigin place = origin.visible();
      Problem told = origin.inheritance().map(problem::note).orElse(problem);
      messager.printMessage(
          kind,
          ProblemText.render(told),
          place.element(),
          orNull(place.annotation()),
          orNull(place.value()));
    } else {
      messager.printMessage(kind, ProblemText.render(problem));
    }
  }

  private static Diagnostic.Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Diagnostic.Kind.ERROR;
      case WARNING -> Diagnostic.Kind.WARNING;
      case NOTE -> Diagnostic.Kind.NOTE;
    };
  }

  @SuppressWarnings("NullAway") // javac takes null for "no annotation", and says so
  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
