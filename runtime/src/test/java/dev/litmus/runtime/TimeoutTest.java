package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.StatementTimeoutException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@link TransactionOptionsTest} leaves open of limits: many in a row, and waits for another process. */
@Timeout(60)
class TimeoutTest {

  private static final String INSERT = "INSERT INTO counters (n) VALUES (?)";
  private static final String COUNT = "SELECT count(*) FROM counters";
  private static final Duration LIMIT = Duration.ofMillis(100);
  private static final DatabaseSettings PATIENT =
      DatabaseSettings.DEFAULT.with(s -> s.busyTimeout(Duration.ofSeconds(30)));

  @TempDir
  Path directory;

  @Test
  void aConnectionIsUsedAgainAfterEachTimeout() throws Exception {
    DatabaseSettings one = DatabaseSettings.DEFAULT.with(s -> s.readers(1));
    try (Databases databases = TestDatabases.open(directory, one, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      // The first one loads classes, which takes seconds on a busy machine, and is not measured.
      timeOut(chat);
      for (int i = 0; i < 5; i++) {
        long start = System.nanoTime();
        timeOut(chat);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
            .isBetween(LIMIT, Duration.ofSeconds(1));
        assertThat(read(chat, COUNT)).containsExactly(i);
        // Longer than the limit: it does not outlive its transaction.
        chat.transaction(() -> {
          Thread.sleep(LIMIT.toMillis() + 20);
          write(chat, INSERT, 2);
        });
      }
      assertThat(read(chat, COUNT)).containsExactly(5);
    }
  }

  private static void timeOut(SqliteDatabase chat) {
    TransactionOptions options =
        TransactionOptions.of(TransactionMode.IMMEDIATE).withTimeout(LIMIT);
    assertThatThrownBy(() -> chat.transaction(options, () -> {
          write(chat, INSERT, 1);
          read(chat, EndingChild.ENDLESS);
        }))
        .isInstanceOf(StatementTimeoutException.class);
  }

  @Test
  void anInterruptEndsTheWaitForAnotherProcess() throws Exception {
    try (Databases databases = TestDatabases.open(directory, PATIENT, "chat");
        Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.sqlite"));
        Statement lock = other.createStatement()) {
      SqliteDatabase chat = databases.get("chat");
      lock.execute("BEGIN IMMEDIATE");
      AtomicReference<LitmusException> failure = new AtomicReference<>();
      AtomicReference<Boolean> pending = new AtomicReference<>();
      Thread waiting = new Thread(() -> {
        try {
          write(chat, INSERT, 1);
        } catch (LitmusException e) {
          failure.set(e);
          pending.set(Thread.currentThread().isInterrupted());
        }
      });
      long start = System.nanoTime();
      waiting.start();
      // In LockWait's pause.
      while (waiting.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      waiting.interrupt();
      waiting.join();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(failure.get()).isInstanceOf(StatementCancelledException.class);
      assertThat(pending.get()).isTrue();
      lock.execute("ROLLBACK");
      write(chat, INSERT, 2);
      assertThat(read(chat, "SELECT n FROM counters")).containsExactly(2);
    }
  }

  /** Without WAL, whoever writes keeps readers out. */
  @Test
  void anInterruptIsNotBlamedForALaterFailure() throws Exception {
    DatabaseSettings settings = PATIENT.with(s -> s.wal(false).readers(1));
    try (Databases databases = TestDatabases.open(directory, settings, "chat");
        Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.sqlite"));
        Statement lock = other.createStatement()) {
      SqliteDatabase chat = databases.get("chat");
      read(chat, COUNT);
      lock.execute("BEGIN EXCLUSIVE");
      Thread.currentThread().interrupt();
      assertThatThrownBy(chat::migrations).isInstanceOf(StatementCancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
      lock.execute("ROLLBACK");
      assertThatThrownBy(() -> read(chat, "SELECT json('{oops')"))
          .isInstanceOf(StatementException.class);
    }
  }
}
