package dev.litmus.benchmarks.concurrency;

import dev.litmus.benchmarks.plot.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long virtual threads that have nothing to do with a database wait while others are in it. A virtual thread keeps its
 * carrier for the length of a native call, and the JVM has as many carriers as there are cores: it does not make another
 * one for a thread that computes. Nor does it take a carrier away from a thread that never waits.
 *
 * @param delays of the probe
 * @param queries that the callers ended meanwhile
 */
record Starvation(Latency delays, int queries) {

  /**
   * Measures it.
   *
   * @param callers what calls
   * @param count how many of them
   * @param query what each does again and again
   * @param yields whether each lets others go first after it
   */
  @SuppressWarnings("ThreadPriorityCheck") // what yielding does is what is measured
  static Starvation measure(
      Callers callers, int count, Runnable query, boolean yields, Duration time)
      throws InterruptedException {
    AtomicInteger queries = new AtomicInteger();
    Probe probe = new Probe();
    Thread probing = Callers.VIRTUAL.start(probe);
    long end = System.nanoTime() + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      threads.add(callers.start(() -> {
        while (System.nanoTime() - end < 0) {
          query.run();
          queries.incrementAndGet();
          if (yields) {
            Thread.yield();
          }
        }
      }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    probe.stop();
    probing.join();
    return new Starvation(probe.delays(), queries.get());
  }
}
