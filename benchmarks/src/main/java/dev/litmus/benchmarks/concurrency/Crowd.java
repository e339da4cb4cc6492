package dev.litmus.benchmarks.concurrency;

import dev.litmus.benchmarks.data.BenchRepository;
import dev.litmus.benchmarks.plot.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What several callers did in the same time.
 *
 * @param perSecond calls of all of them that were answered
 * @param share the calls of the one who did least, in percent of the one who did most
 * @param failures calls that threw
 */
record Crowd(Latency reads, Latency writes, double perSecond, double share, int failures) {

  /**
   * Lets callers call.
   *
   * @param name begins the ids of what they write, and is used once
   * @param messages how many there are to be read
   */
  static Crowd run(
      BenchRepository repository,
      Callers kind,
      int count,
      Load load,
      String name,
      long messages,
      Duration time)
      throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Caller> callers = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Caller caller =
          new Caller(repository, load, name + "-" + i, i, messages, start, time.toNanos());
      callers.add(caller);
      threads.add(kind.start(caller));
    }
    long before = System.nanoTime();
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return of(callers, (System.nanoTime() - before) / (double) TimeUnit.SECONDS.toNanos(1));
  }

  private static Crowd of(List<Caller> callers, double seconds) {
    Latency reads = new Latency();
    Latency writes = new Latency();
    long least = Long.MAX_VALUE;
    long most = 0;
    int failures = 0;
    for (Caller caller : callers) {
      reads.add(caller.reads);
      writes.add(caller.writes);
      long calls = caller.reads.count() + caller.writes.count();
      least = Math.min(least, calls);
      most = Math.max(most, calls);
      failures += caller.failures;
      if (caller.first != null) {
        System.err.println("a caller failed: " + caller.first.getMessage());
      }
    }
    return new Crowd(
        reads,
        writes,
        (reads.count() + writes.count()) / seconds,
        most == 0 ? 0 : 100.0 * least / most,
        failures);
  }
}
