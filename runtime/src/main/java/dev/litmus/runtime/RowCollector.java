package dev.litmus.runtime;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A collector at work: rows go in one by one, what it makes of them comes out. For generated code, and for one thread.
 *
 * @param <T> the rows
 * @param <R> what is made of them
 */
public final class RowCollector<T extends @Nullable Object, R extends @Nullable Object> {

  private final Work<T, ?, R> work;

  private RowCollector(Work<T, ?, R> work) {
    this.work = work;
  }

  /** The container is of a type that only the collector knows. */
  private record Work<
      T extends @Nullable Object, A extends @Nullable Object, R extends @Nullable Object>(
      A container, BiConsumer<A, ? super T> accumulator, Function<A, R> finisher) {

    void add(T row) {
      accumulator.accept(container, row);
    }

    R finish() {
      return finisher.apply(container);
    }
  }

  /**
   * Begins.
   *
   * @param collector how
   * @param <T> the rows
   * @param <R> what is made of them
   * @return the work, empty
   */
  public static <T extends @Nullable Object, R extends @Nullable Object> RowCollector<T, R> of(
      Collector<? super T, ?, R> collector) {
    return new RowCollector<>(work(collector));
  }

  private static <
          T extends @Nullable Object, A extends @Nullable Object, R extends @Nullable Object>
      Work<T, A, R> work(Collector<? super T, A, R> collector) {
    return new Work<>(collector.supplier().get(), collector.accumulator(), collector.finisher());
  }

  /**
   * Takes a row.
   *
   * @param row what was read of it
   */
  public void add(T row) {
    work.add(row);
  }

  /**
   * Ends.
   *
   * @return what the collector made of all rows
   */
  public R finish() {
    return work.finish();
  }
}
