package dev.litmus.processor;

import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import java.util.Arrays;

/** The message for what is nobody's fault but ours. */
final class InternalBug {

  private static final int FRAMES = 3;

  private InternalBug() {}

  static Problem of(Origin origin, String doing, Exception e) {
    Problem problem =
        Problem.of(ProblemCode.BUG, origin, "litmus failed while " + doing).evidence(e.toString());
    for (StackTraceElement frame :
        Arrays.asList(e.getStackTrace()).subList(0, Math.min(FRAMES, e.getStackTrace().length))) {
      problem = problem.evidence("at " + frame);
    }
    return problem
        .note("this is a bug of litmus, not of your code")
        .help("report it with this message and the interface");
  }
}
