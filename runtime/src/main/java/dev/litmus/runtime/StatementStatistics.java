package dev.litmus.runtime;

import dev.litmus.runtime.health.StatementSummary;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what statements do and how long they take, since it was created or reset. It is told by databases whose settings
 * name it ({@code DatabaseSettings.DEFAULT.with(s -> s.listener(statistics))}); one may be told by several. Takes no locks, and
 * about 2 KB for each statement, which is never forgotten: do not give dynamic SQL a new name each time. Safe for all
 * threads.
 */
public final class StatementStatistics implements DatabaseListener {

  private record Key(String database, String statement) {}

  private volatile Map<Key, StatementTally> tallies = new ConcurrentHashMap<>();

  /** Creates one that has counted nothing. */
  public StatementStatistics() {}

  @Override
  public void statement(StatementEvent event) {
    tallies
        .computeIfAbsent(
            new Key(event.database(), event.statement()), unknown -> new StatementTally())
        .add(event);
  }

  /**
   * Returns what was counted so far. Numbers of statements that run meanwhile may be off by one.
   *
   * @return a summary for each statement that was used, immutable; the one that took the most time in all comes first
   */
  public List<StatementSummary> snapshot() {
    return tallies.entrySet().stream()
        .map(each ->
            each.getValue().summary(each.getKey().database(), each.getKey().statement()))
        .sorted(Comparator.comparing(StatementSummary::total)
            .reversed()
            .thenComparing(StatementSummary::database)
            .thenComparing(StatementSummary::statement))
        .toList();
  }

  /** Begins anew. What ends at the same moment may be counted on either side, or not at all. */
  public void reset() {
    tallies = new ConcurrentHashMap<>();
  }
}
