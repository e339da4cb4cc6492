package dev.litmus.benchmarks.startup;

import dev.litmus.benchmarks.plot.Latency;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What processes of one kind said. Not for several threads. */
final class Times {

  /** From their start to {@code main}. */
  final Latency jvm = new Latency();

  /** From there until all was open. */
  final Latency opened = new Latency();

  /** How many databases that were, the last time. */
  long databases;

  void add(Map<String, Long> said) {
    jvm.add(TimeUnit.MICROSECONDS.toNanos(said.getOrDefault("jvm", 0L)));
    opened.add(TimeUnit.MICROSECONDS.toNanos(said.getOrDefault("opened", 0L)));
    databases = said.getOrDefault("databases", 0L);
  }
}
