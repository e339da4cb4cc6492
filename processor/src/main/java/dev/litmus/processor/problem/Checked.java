package dev.litmus.processor.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a step made, and the problems it found. A step that found problems may still have made something that later
 * steps can check, so that every independent problem is reported in one run.
 *
 * @param value what was made; empty when nothing sound could be
 * @param problems what is wrong
 * @param <T> what the step makes
 */
public record Checked<T>(Optional<T> value, List<Problem> problems) {

  public Checked {
    problems = List.copyOf(problems);
  }

  public static <T> Checked<T> of(T value) {
    return new Checked<>(Optional.of(value), List.of());
  }

  public static <T> Checked<T> of(T value, List<Problem> problems) {
    return new Checked<>(Optional.of(value), problems);
  }

  public static <T> Checked<T> failed(List<Problem> problems) {
    return new Checked<>(Optional.empty(), problems);
  }

  public static <T> Checked<T> failed(Problem problem) {
    return failed(List.of(problem));
  }

  public <U> Checked<U> map(Function<T, U> step) {
    return new Checked<>(value.map(step), problems);
  }
}
