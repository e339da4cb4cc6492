package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.health.StatementSummary;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What statements did is counted, whatever runs beside them, and times are as exact as promised. */
class StatementStatisticsTest {

  private final StatementStatistics statistics = new StatementStatistics();

  private void tell(String statement, long nanos, long rows, SQLException failure) {
    statistics.statement(new StatementEvent(
        "chat", statement, "SELECT 1", false, 1, rows, Duration.ofNanos(nanos), failure));
  }

  @Test
  void theStatementThatTookTheMostTimeComesFirst() {
    tell("A.often", 400, 1, null);
    tell("A.often", 700, 2, null);
    tell("A.slow", 5_000, 0, null);
    tell("A.slow", 1_000, 0, new SQLException("no"));
    assertThat(statistics.snapshot())
        .extracting(
            StatementSummary::statement,
            StatementSummary::calls,
            StatementSummary::failures,
            StatementSummary::rows,
            StatementSummary::total,
            StatementSummary::max)
        .containsExactly(
            tuple("A.slow", 2L, 1L, 0L, Duration.ofNanos(6_000), Duration.ofNanos(5_000)),
            tuple("A.often", 2L, 0L, 3L, Duration.ofNanos(1_100), Duration.ofNanos(700)));
    List<StatementSummary> kept = statistics.snapshot();
    statistics.reset();
    assertThat(statistics.snapshot()).isEmpty();
    assertThat(kept).hasSize(2).isUnmodifiable();
  }

  @Test
  void halfAndAHundredthAreAtMostAFourthTooLong() {
    Random random = new Random(11);
    for (int round = 0; round < 20; round++) {
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(400); i++) {
        times.add((long) Math.exp(random.nextDouble() * 30));
      }
      times.forEach(each -> tell("A.b", each, 0, null));
      times.sort(null);
      StatementSummary summary = statistics.snapshot().get(0);
      assertNear(summary.median(), times.get((times.size() * 50 + 99) / 100 - 1));
      assertNear(summary.p99(), times.get((times.size() * 99 + 99) / 100 - 1));
      assertThat(summary.p99()).isBetween(summary.median(), summary.max());
      statistics.reset();
    }
  }

  private static void assertNear(Duration told, long exact) {
    assertThat(told.toNanos()).isBetween(exact, exact + exact / 4);
  }

  @Test
  void everyNumberHasABucketThatItFits() {
    int before = -1;
    for (long i = 0; i >= 0; i += 1 + i / 9) {
      int bucket = StatementTally.bucket(i);
      assertThat(StatementTally.end(bucket)).isGreaterThanOrEqualTo(i);
      assertThat(bucket).isGreaterThanOrEqualTo(before);
      before = bucket;
    }
    assertThat(StatementTally.end(StatementTally.bucket(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void nothingIsLostWhenThreadsTellAtOnce() {
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(CompletableFuture.runAsync(() -> {
        for (int n = 0; n < 5_000; n++) {
          tell("A.b" + n % 3, 10, 1, null);
        }
      }));
    }
    threads.forEach(CompletableFuture::join);
    assertThat(statistics.snapshot().stream().mapToLong(StatementSummary::calls).sum())
        .isEqualTo(20_000);
    assertThat(statistics.snapshot()).hasSize(3).allSatisfy(each -> {
      assertThat(each.rows()).isEqualTo(each.calls());
      assertThat(each.total()).isEqualTo(Duration.ofNanos(10 * each.calls()));
    });
  }

  @Test
  void aDatabaseTellsIt(@TempDir Path directory) throws Exception {
    DatabaseSettings settings = DatabaseSettings.DEFAULT.with(s -> s.listener(statistics));
    try (SqliteDatabase database = TestDatabases.open(
        TestDatabases.chain("001_a.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY);"),
        directory.resolve("chat.sqlite"),
        settings)) {
      statistics.reset();
      write(database, "INSERT INTO t VALUES (1), (2), (3)");
      read(database, "SELECT id FROM t");
      assertThatThrownBy(() -> write(database, "INSERT INTO t VALUES (1)"))
          .isInstanceOf(LitmusException.class);
      assertThat(statistics.snapshot())
          .extracting(
              StatementSummary::database,
              StatementSummary::statement,
              StatementSummary::calls,
              StatementSummary::failures,
              StatementSummary::rows)
          .containsExactly(tuple("chat", "Test.run", 3L, 1L, 6L));
    }
  }
}
