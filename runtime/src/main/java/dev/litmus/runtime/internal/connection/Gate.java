package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.internal.time.Nanos;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fair, timed door with a number of permits that knows who went through. A permit that comes back is handed to the
 * longest waiter itself, so nobody overtakes; {@link #close} wakes every waiter. Safe for all threads.
 */
final class Gate {

  /** How waiting ended. */
  enum Outcome {
    ENTERED,
    TIMED_OUT,
    INTERRUPTED,
    CLOSED
  }

  /** How often dead holders are looked for: they do not say that they died. */
  private static final long LOOK_NANOS = 50_000_000;

  private static final class Waiter {
    final Thread thread = Thread.currentThread();
    final Condition woken;
    boolean entered;

    Waiter(Condition woken) {
      this.woken = woken;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private final Deque<Waiter> waiters = new ArrayDeque<>();
  private final List<Thread> holders = new ArrayList<>();
  private final int permits;
  private boolean closed;

  Gate(int permits) {
    this.permits = permits;
  }

  /** Takes a permit for the calling thread if that needs no waiting; null when it does. */
  @Nullable
  Outcome enterNow() {
    lock.lock();
    try {
      if (closed) {
        return Outcome.CLOSED;
      }
      if (holders.size() < permits) {
        holders.add(Thread.currentThread());
        return Outcome.ENTERED;
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a permit for the calling thread. A pending interrupt ends the waiting, and stays pending. */
  Outcome enter(Duration patience) {
    lock.lock();
    try {
      Outcome now = enterNow();
      return now == null ? await(Nanos.of(patience)) : now;
    } finally {
      lock.unlock();
    }
  }

  private Outcome await(long nanos) {
    Waiter waiter = new Waiter(lock.newCondition());
    waiters.addLast(waiter);
    long remaining = nanos;
    try {
      while (!waiter.entered && !closed && remaining > 0) {
        remaining = waiter.woken.awaitNanos(remaining);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return waiter.entered ? Outcome.ENTERED : Outcome.INTERRUPTED;
    } finally {
      waiters.remove(waiter);
    }
    if (waiter.entered) {
      return Outcome.ENTERED;
    }
    return closed ? Outcome.CLOSED : Outcome.TIMED_OUT;
  }

  /** Gives back a permit of the thread that took it. */
  void leave(Thread holder) {
    lock.lock();
    try {
      holders.remove(holder);
      Waiter next = closed ? null : waiters.pollFirst();
      if (next != null) {
        holders.add(next.thread);
        next.entered = true;
        next.woken.signal();
      }
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody in any more and wakes every waiter. */
  void close() {
    lock.lock();
    try {
      closed = true;
      waiters.forEach(waiter -> waiter.woken.signal());
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits until only the calling thread, dead ones, or nobody holds a permit.
   *
   * @return whether it came to that in time
   */
  boolean awaitOthers(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long remaining = Nanos.of(patience);
      while (othersHold()) {
        if (remaining <= 0) {
          return false;
        }
        long look = Math.min(LOOK_NANOS, remaining);
        remaining -= look - left.awaitNanos(look);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean othersHold() {
    return holders.stream()
        .anyMatch(holder -> holder != Thread.currentThread() && holder.isAlive());
  }

  /** Who holds the permits now. */
  List<Thread> holders() {
    lock.lock();
    try {
      return List.copyOf(holders);
    } finally {
      lock.unlock();
    }
  }

  /** Describes threads, for example {@code thread `worker-1` (which has died)}. */
  static String describe(List<Thread> threads) {
    return threads.isEmpty()
        ? "nobody"
        : threads.stream()
            .map(thread ->
                "thread `" + thread.getName() + "`" + (thread.isAlive() ? "" : " (which has died)"))
            .collect(Collectors.joining(", "));
  }
}
