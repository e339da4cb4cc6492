package dev.litmus.testing;

import dev.litmus.runtime.fault.Fault;
import dev.litmus.runtime.fault.FaultPlan;
import dev.litmus.runtime.fault.FaultPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which statement of a test fails, and how. At most one does: a new order replaces the one before. After a crash every statement
 * crashes, as in a process that has ended, until {@link #clear} or {@link TestDatabases#restart}. Safe for all threads.
 */
public final class Faults implements FaultPlan {

  /**
   * What is to happen.
   *
   * @param matches which statements count
   * @param number at which of them
   */
  private record Order(Predicate<FaultPoint> matches, int number, Fault fault) {}

  private final List<FaultPoint> seen = new ArrayList<>();
  private @Nullable Order order;
  private int matched;
  private @Nullable FaultPoint happened;
  private @Nullable Fault crash;

  /** Creates a plan in which nothing fails. */
  public Faults() {}

  /**
   * Has a statement fail, whichever it is. {@code BEGIN}, {@code COMMIT} and savepoints count as well.
   *
   * @param number 1 for the next one
   * @param fault what happens to it
   * @throws IllegalArgumentException when the number is not positive
   */
  public void fail(int number, Fault fault) {
    order(point -> true, number, fault);
  }

  /**
   * Has the next run of a statement fail.
   *
   * @param statement its name, such as {@code MessageRepository.insert}, or {@code COMMIT}, {@code BEGIN IMMEDIATE}
   * @param fault what happens to it
   */
  public void fail(String statement, Fault fault) {
    fail(statement, 1, fault);
  }

  /**
   * Has a later run of a statement fail.
   *
   * @param statement its name, such as {@code MessageRepository.insert}, or {@code COMMIT}, {@code BEGIN IMMEDIATE}
   * @param number 1 for its next run
   * @param fault what happens to it
   * @throws IllegalArgumentException when the number is not positive
   */
  public void fail(String statement, int number, Fault fault) {
    order(point -> point.statement().equals(statement), number, fault);
  }

  private synchronized void order(Predicate<FaultPoint> matches, int number, Fault fault) {
    if (number < 1) {
      throw new IllegalArgumentException("statement " + number + ": they count from 1");
    }
    clear();
    order = new Order(matches, number, fault);
  }

  /** Has nothing fail any more, and forgets what was seen. */
  public synchronized void clear() {
    order = null;
    matched = 0;
    happened = null;
    crash = null;
    seen.clear();
  }

  /**
   * Returns what has failed.
   *
   * @return the statement; empty while none has
   */
  public synchronized Optional<FaultPoint> happened() {
    return Optional.ofNullable(happened);
  }

  /**
   * Returns the statements that ran, or failed, since the last order or {@link #clear}.
   *
   * @return in the order in which they began
   */
  public synchronized List<FaultPoint> seen() {
    return List.copyOf(seen);
  }

  @Override
  public synchronized @Nullable Fault at(FaultPoint point) {
    if (crash != null) {
      return crash;
    }
    seen.add(point);
    if (order == null
        || happened != null
        || !order.matches.test(point)
        || ++matched < order.number) {
      return null;
    }
    happened = point;
    if (order.fault == Fault.CRASH || order.fault == Fault.CRASH_AFTER) {
      crash = Fault.CRASH;
    }
    return order.fault;
  }
}
