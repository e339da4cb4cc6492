package dev.litmus.benchmarks.concurrency;

import dev.litmus.benchmarks.data.BenchRepository;
import dev.litmus.benchmarks.data.Message;
import dev.litmus.benchmarks.growth.Rows;
import dev.litmus.benchmarks.plot.Latency;
import dev.litmus.runtime.error.LitmusException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One of several that call at once, without a pause, until the time is over. What it found out is read after its thread has ended. */
final class Caller implements Runnable {

  private static final String CONTENT = "A message of about two hundred characters. ".repeat(5);

  private final BenchRepository repository;
  private final Load load;
  private final String name;
  private final long messages;
  private final SplittableRandom random;
  private final CountDownLatch start;
  private final long nanos;

  final Latency reads = new Latency();
  final Latency writes = new Latency();
  int failures;

  @Nullable
  RuntimeException first;

  /**
   * A caller.
   *
   * @param name what the ids of its messages begin with, its own
   * @param number its own too: the seed of what it reads
   * @param messages how many there are to be read
   * @param start when it begins
   * @param nanos how long it goes on
   */
  Caller(
      BenchRepository repository,
      Load load,
      String name,
      int number,
      long messages,
      CountDownLatch start,
      long nanos) {
    this.repository = repository;
    this.load = load;
    this.name = name;
    this.messages = messages;
    this.random = new SplittableRandom(number);
    this.start = start;
    this.nanos = nanos;
  }

  @Override
  public void run() {
    try {
      start.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() - end < 0) {
      call(load.reads(random.nextInt(100)));
    }
  }

  private void call(boolean reading) {
    String id = reading ? Rows.message(random.nextLong(messages)) : name + "-" + writes.count();
    long before = System.nanoTime();
    try {
      if (reading) {
        Optional<Message> found = repository.find(id);
        if (found.isEmpty()) {
          throw new IllegalStateException("there is no message " + id);
        }
      } else {
        repository.insert(new Message(
            id, Rows.chat(0), "user", CONTENT, null, 50, "2026-02-01T00:00:00.000Z", false));
      }
    } catch (LitmusException | IllegalStateException e) {
      failures++;
      first = first == null ? e : first;
      return;
    }
    (reading ? reads : writes).add(System.nanoTime() - before);
  }
}
