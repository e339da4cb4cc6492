package dev.litmus.benchmarks.concurrency;

import dev.litmus.benchmarks.plot.Latency;
import java.util.concurrent.TimeUnit;

/**
 * A thread that wants nothing but to sleep for a millisecond, again and again, as one does that waits for the network: how
 * late it wakes up is what others do to it.
 */
final class Probe implements Runnable {

  private static final long SLEEP = TimeUnit.MILLISECONDS.toNanos(1);

  private volatile boolean stopped;
  private final Latency delays = new Latency();

  @Override
  public void run() {
    try {
      while (!stopped) {
        long before = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(SLEEP);
        delays.add(System.nanoTime() - before - SLEEP);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stopped = true;
  }

  /** How late it was, to be read after its thread has ended. */
  Latency delays() {
    return delays;
  }
}
