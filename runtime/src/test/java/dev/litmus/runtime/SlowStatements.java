package dev.litmus.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The example of docs/observation.md. */
final class SlowStatements implements DatabaseListener {

  private final Map<String, Duration> slowest = new ConcurrentHashMap<>();

  @Override
  public void statement(StatementEvent event) {
    slowest.merge(event.statement(), event.duration(), (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  Map<String, Duration> slowest() {
    return Map.copyOf(slowest);
  }
}
