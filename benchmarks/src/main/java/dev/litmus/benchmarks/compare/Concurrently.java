package dev.litmus.benchmarks.compare;

import dev.litmus.benchmarks.compare.contender.Beside;
import dev.litmus.benchmarks.data.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** W7: one thread inserts messages, a transaction each, and one reads chats, both as fast as they can. */
final class Concurrently {

  private static final int THREADS = 2;
  private static final double P50 = 0.50;
  private static final double P99 = 0.99;

  private final Beside database;
  private final Input input;
  private final long nanos;
  private final CountDownLatch start = new CountDownLatch(THREADS);

  /** How long each write took in nanoseconds, in the order of their length, and the writes that failed. */
  private record Writes(List<Long> nanos, long failures) {

    long at(double part) {
      return nanos.isEmpty()
          ? 0
          : nanos.get((int) Math.min(nanos.size() - 1L, (long) (part * nanos.size())));
    }
  }

  /** What was read, and the reads that failed. */
  private record Reads(long count, long failures) {}

  private Concurrently(Beside database, Input input, long nanos) {
    this.database = database;
    this.input = input;
    this.nanos = nanos;
  }

  static Answer run(Beside database, Input input, long nanos) {
    return new Concurrently(database, input, nanos).run();
  }

  private Answer run() {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Future<Writes> writer = threads.submit(this::write);
      Future<Reads> reader = threads.submit((Callable<Reads>) this::read);
      Writes writes = writer.get();
      Reads reads = reader.get();
      List<Long> counts = List.of(
          reads.count,
          writes.at(P50),
          writes.at(P99),
          writes.at(1),
          writes.failures + reads.failures);
      // Who reads meanwhile sees more or less of it: only what was inserted is compared, by its
      // number.
      return new Answer(writes.nanos.size(), nanos, "-", counts);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdown();
    }
  }

  private long end() throws InterruptedException {
    start.countDown();
    start.await(1, TimeUnit.MINUTES);
    return System.nanoTime() + nanos;
  }

  private Writes write() throws InterruptedException {
    List<Long> taken = new ArrayList<>();
    long failures = 0;
    long end = end();
    for (int position = 0; ; position++) {
      Message message = arrival(position);
      long begin = System.nanoTime();
      if (begin >= end) {
        break;
      }
      try {
        database.insert(message);
        taken.add(System.nanoTime() - begin);
      } catch (RuntimeException e) {
        failures++;
      }
    }
    Collections.sort(taken);
    return new Writes(taken, failures);
  }

  /** The messages that arrive, and when they have, the same with other keys. */
  private Message arrival(int position) {
    List<Message> arrivals = input.arrivals();
    Message message = arrivals.get(position % arrivals.size());
    int repeated = position / arrivals.size();
    return repeated == 0
        ? message
        : new Message(
            message.id() + "-" + repeated,
            message.chatId(),
            message.role(),
            message.content(),
            message.model(),
            message.tokenCount(),
            message.timestamp(),
            message.isLiked());
  }

  private Reads read() throws InterruptedException {
    long count = 0;
    long failures = 0;
    long end = end();
    for (int position = 0; System.nanoTime() < end; position++) {
      try {
        count += database.ofChat(input.lookup(position).chatId()).isEmpty() ? 0 : 1;
      } catch (RuntimeException e) {
        failures++;
      }
    }
    return new Reads(count, failures);
  }
}
