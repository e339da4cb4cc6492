package dev.litmus.processor;

import dev.litmus.processor.declaration.ElementOrigin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemText;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Prints problems, each where it belongs; the only place that talks to the compiler's messager. */
final class ProblemReporter {

  private final Messager messager;

  ProblemReporter(Messager messager) {
    this.messager = messager;
  }

  void report(List<Problem> problems) {
    problems.forEach(this::report);
  }

  private void report(Problem problem) {
    String text = ProblemText.render(problem);
    if (problem.origin() instanceof ElementOrigin origin) {
      messager.printMessage(
          Diagnostic.Kind.ERROR,
          text,
          origin.element(),
          orNull(origin.annotation()),
          orNull(origin.value()));
    } else {
      messager.printMessage(Diagnostic.Kind.ERROR, text);
    }
  }

  @SuppressWarnings("NullAway") // javac takes null for "no annotation", and says so
  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
