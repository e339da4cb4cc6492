package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.AfterCommitException;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.error.StatementTimeoutException;
import dev.litmus.runtime.error.TransactionException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class TransactionOptionsTest {

  private static final String INSERT = "INSERT INTO counters (n) VALUES (?)";
  private static final String ALL = "SELECT n FROM counters ORDER BY n";
  private static final String ENDLESS =
      "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c";
  private static final String ENDLESS_WRITE = "INSERT INTO counters (n) "
      + "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c";

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    chat = databases.get("chat");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "READ")
  void everyWritingModeCommitsAndRollsBack(TransactionMode mode) {
    chat.transaction(TransactionOptions.of(mode), () -> write(chat, INSERT, 1));
    assertThatThrownBy(() -> chat.transaction(TransactionOptions.of(mode), () -> {
          write(chat, INSERT, 2);
          throw new IOException("late");
        }))
        .isInstanceOf(IOException.class);
    assertThat(read(chat, ALL)).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource({
    "READ, READ, true", "READ, DEFERRED, false", "READ, IMMEDIATE, false",
    "READ, EXCLUSIVE, false", "DEFERRED, READ, true", "DEFERRED, DEFERRED, true",
    "DEFERRED, IMMEDIATE, false", "DEFERRED, EXCLUSIVE, false", "IMMEDIATE, READ, true",
    "IMMEDIATE, DEFERRED, true", "IMMEDIATE, IMMEDIATE, true", "IMMEDIATE, EXCLUSIVE, false",
    "EXCLUSIVE, READ, true", "EXCLUSIVE, DEFERRED, true", "EXCLUSIVE, IMMEDIATE, true",
    "EXCLUSIVE, EXCLUSIVE, true"
  })
  void aStrongerModeInsideAWeakerOneIsRefused(
      TransactionMode outer, TransactionMode inner, boolean allowed) {
    try (Transaction transaction = chat.begin(outer)) {
      if (allowed) {
        chat.begin(inner).close();
      } else {
        assertThatThrownBy(() -> chat.begin(inner))
            .isInstanceOf(TransactionException.class)
            .hasMessageContaining(inner.name());
      }
      transaction.commit();
    }
  }

  @Test
  void whateverWritesIsEnoughForATransactionWithoutAMode() {
    for (TransactionMode outer :
        List.of(TransactionMode.DEFERRED, TransactionMode.IMMEDIATE, TransactionMode.EXCLUSIVE)) {
      try (Transaction transaction = chat.begin(outer)) {
        chat.transaction(() -> write(chat, INSERT, 1));
        assertThatThrownBy(() -> chat.transaction(() -> {
              write(chat, INSERT, 2);
              throw new IllegalStateException("inner");
            }))
            .hasMessage("inner");
        transaction.commit();
      }
    }
    assertThat(read(chat, ALL)).containsExactly(1, 1, 1);
    try (Transaction transaction = chat.begin(TransactionMode.READ)) {
      assertThatThrownBy(() -> chat.begin()).isInstanceOf(TransactionException.class);
      transaction.commit();
    }
  }

  @Test
  void deferredTakesSqlitesLockWithTheFirstWrite() throws Exception {
    try (Connection other = outside();
        Statement statement = other.createStatement();
        Transaction transaction = chat.begin(TransactionMode.DEFERRED)) {
      statement.execute("INSERT INTO counters (n) VALUES (1)");
      assertThat(read(chat, ALL)).containsExactly(1);
      statement.execute("INSERT INTO counters (n) VALUES (2)");
      assertThatThrownBy(() -> write(chat, INSERT, 3))
          .isInstanceOfSatisfying(DatabaseBusyException.class, e -> {
            assertThat(e.sqliteCode()).hasValue(517);
            assertThat(e.isRetriable()).isTrue();
          });
      transaction.commit();
    }
    assertThat(read(chat, ALL)).containsExactly(1, 2);
  }

  private Connection outside() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + chat.file().orElseThrow());
  }

  @Test
  void aRetryRunsTheWholeTransactionAgain() throws Exception {
    List<Integer> attempts = new ArrayList<>();
    try (Connection other = outside();
        Statement statement = other.createStatement()) {
      long changed =
          chat.transaction(TransactionOptions.of(TransactionMode.DEFERRED).withAttempts(3), () -> {
            attempts.add((Integer) read(chat, "SELECT count(*) FROM counters").get(0));
            if (attempts.size() < 3) {
              statement.execute("INSERT INTO counters (n) VALUES (0)");
            }
            return write(chat, INSERT, 9);
          });
      assertThat(changed).isEqualTo(1);
    }
    assertThat(attempts).containsExactly(0, 1, 2);
    assertThat(read(chat, ALL)).containsExactly(0, 0, 9);
  }

  @Test
  void noFailureButBusyIsRetriedAndNoneInsideAnother() {
    List<Integer> attempts = new ArrayList<>();
    TransactionOptions thrice = TransactionOptions.of(TransactionMode.IMMEDIATE).withAttempts(3);
    assertThatThrownBy(() -> chat.transaction(thrice, () -> {
          attempts.add(1);
          write(chat, "INSERT INTO raises (a) VALUES (1)");
        }))
        .isInstanceOf(LitmusException.class);
    assertThat(attempts).hasSize(1);
    assertThatThrownBy(() -> chat.transaction(() -> {
          chat.transaction(thrice, () -> {
            attempts.add(2);
            throw new DatabaseBusyException("chat", null, "busy", null, null);
          });
        }))
        .isInstanceOf(DatabaseBusyException.class);
    assertThat(attempts).containsExactly(1, 2);
  }

  @Test
  void rollbackOnlyRollsBackWithoutAnError() {
    int result = chat.transaction(() -> {
      write(chat, INSERT, 1);
      chat.rollbackOnly();
      write(chat, INSERT, 2);
      return 7;
    });
    assertThat(result).isEqualTo(7);
    assertThat(read(chat, ALL)).isEmpty();
  }

  @Test
  void rollbackOnlyOfASavepointUndoesItsPart() {
    chat.transaction(() -> {
      write(chat, INSERT, 1);
      chat.transaction(() -> {
        write(chat, INSERT, 2);
        chat.rollbackOnly();
      });
      write(chat, INSERT, 3);
    });
    assertThat(read(chat, ALL)).containsExactly(1, 3);
    assertThatThrownBy(chat::rollbackOnly)
        .isInstanceOf(TransactionException.class)
        .hasMessageContaining("no transaction");
  }

  @Test
  void afterCommitRunsOnceEverythingIsPermanent() {
    List<String> order = new ArrayList<>();
    chat.transaction(() -> {
      chat.afterCommit(() -> {
        order.add("first sees " + read(chat, ALL));
        write(chat, INSERT, 9);
      });
      chat.transaction(() -> chat.afterCommit(() -> order.add("second")));
      assertThatThrownBy(() -> chat.transaction(() -> {
            chat.afterCommit(() -> order.add("never: its savepoint is rolled back"));
            throw new IllegalStateException("inner");
          }))
          .hasMessage("inner");
      write(chat, INSERT, 1);
      order.add("work");
    });
    assertThat(order).containsExactly("work", "first sees [1]", "second");
    assertThat(read(chat, ALL)).containsExactly(1, 9);
    assertThatThrownBy(() -> chat.afterCommit(() -> {})).isInstanceOf(TransactionException.class);
  }

  @Test
  void afterCommitDoesNotRunWithoutACommit() {
    List<String> ran = new ArrayList<>();
    chat.transaction(() -> {
      chat.afterCommit(() -> ran.add("rollbackOnly"));
      chat.rollbackOnly();
    });
    assertThatThrownBy(() -> chat.transaction(() -> {
          chat.afterCommit(() -> ran.add("failed"));
          throw new IllegalStateException("work");
        }))
        .hasMessage("work");
    assertThatThrownBy(() -> chat.transaction(() -> {
          chat.afterCommit(() -> ran.add("refused by a foreign key"));
          write(chat, "INSERT INTO messages (id, body, chat_id) VALUES ('m', '', 'nowhere')");
        }))
        .isInstanceOf(LitmusException.class);
    assertThat(ran).isEmpty();
  }

  @Test
  void aFailureAfterTheCommitUndoesNothingAndStopsNoOtherAction() {
    List<String> ran = new ArrayList<>();
    assertThatThrownBy(() -> chat.transaction(() -> {
          write(chat, INSERT, 1);
          chat.afterCommit(() -> {
            throw new IllegalStateException("mail server");
          });
          chat.afterCommit(() -> ran.add("second"));
        }))
        .isInstanceOfSatisfying(
            AfterCommitException.class, e -> assertThat(e.isRetriable()).isFalse())
        .hasMessageContaining("is committed")
        .hasMessageContaining("mail server");
    assertThat(ran).containsExactly("second");
    assertThat(read(chat, ALL)).containsExactly(1);
  }

  @Test
  void anErrorAfterTheCommitStopsNoOtherActionAndStaysAnError() {
    List<String> ran = new ArrayList<>();
    AssertionError error = new AssertionError("broken");
    assertThatThrownBy(() -> chat.transaction(() -> {
          write(chat, INSERT, 1);
          chat.afterCommit(() -> {
            throw new IllegalStateException("mail server");
          });
          chat.afterCommit(() -> {
            throw error;
          });
          chat.afterCommit(() -> {
            throw error;
          });
          chat.afterCommit(() -> ran.add("last"));
        }))
        .isSameAs(error)
        .satisfies(e -> assertThat(e.getSuppressed())
            .singleElement()
            .isInstanceOf(IllegalStateException.class));
    assertThat(ran).containsExactly("last");
    assertThat(read(chat, ALL)).containsExactly(1);
  }

  @Test
  void aResultTellsHowItWent() throws Exception {
    Result<Long> ok = chat.tryTransaction(() -> write(chat, INSERT, 1));
    assertThat(ok).isEqualTo(new Result.Ok<>(1L));
    assertThat(ok.isOk()).isTrue();
    assertThat(ok.orElseThrow()).isEqualTo(1);
    IOException disk = new IOException("disk");
    Result<Object> failed = chat.tryTransaction(() -> {
      write(chat, INSERT, 2);
      throw disk;
    });
    assertThat(failed).isEqualTo(new Result.Err<>(disk));
    assertThatThrownBy(failed::orElseThrow).isSameAs(disk);
    assertThat(read(chat, ALL)).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource({"READ, true", "IMMEDIATE, false", "IMMEDIATE, true"})
  void aTimeoutEndsWhatRunsAndRollsBack(TransactionMode mode, boolean reads) {
    TransactionOptions options = TransactionOptions.of(mode).withTimeout(Duration.ofMillis(150));
    long start = System.nanoTime();
    assertThatThrownBy(() -> chat.transaction(options, () -> {
          if (mode == TransactionMode.IMMEDIATE) {
            write(chat, INSERT, 1);
          }
          if (reads) {
            read(chat, ENDLESS);
          } else {
            write(chat, ENDLESS_WRITE);
          }
        }))
        .isInstanceOf(StatementTimeoutException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(150), Duration.ofSeconds(5));
    assertThat(read(chat, ALL)).isEmpty();
    chat.transaction(() -> write(chat, INSERT, 2));
    assertThat(read(chat, ALL)).containsExactly(2);
  }

  @Test
  void nothingIsCommittedAfterItsTime() throws Exception {
    TransactionOptions options =
        TransactionOptions.of(TransactionMode.IMMEDIATE).withTimeout(Duration.ofMillis(50));
    assertThatThrownBy(() -> chat.transaction(options, () -> {
          write(chat, INSERT, 1);
          Thread.sleep(80);
        }))
        .isInstanceOf(StatementTimeoutException.class)
        .hasMessageContaining("50 ms");
    assertThat(read(chat, ALL)).isEmpty();
  }

  @Test
  void anInnerTimeoutLeavesTheOuterTransactionItsTime() throws Exception {
    TransactionOptions options =
        TransactionOptions.of(TransactionMode.IMMEDIATE).withTimeout(Duration.ofMillis(50));
    chat.transaction(() -> {
      write(chat, INSERT, 1);
      assertThatThrownBy(() -> chat.transaction(options, () -> {
            write(chat, INSERT, 2);
            Thread.sleep(80);
          }))
          .isInstanceOf(StatementTimeoutException.class);
      write(chat, INSERT, 3);
    });
    assertThat(read(chat, ALL)).containsExactly(1, 3);
  }

  @Test
  void aTimeoutOfTheDatabaseEndsASingleStatement() {
    databases.close();
    databases = TestDatabases.open(
        directory, DatabaseSettings.DEFAULT.with(s -> s.timeout(Duration.ofMillis(100))), "chat");
    chat = databases.get("chat");
    assertThatThrownBy(() -> read(chat, ENDLESS)).isInstanceOf(StatementTimeoutException.class);
    assertThatThrownBy(() -> write(chat, ENDLESS_WRITE))
        .isInstanceOf(StatementTimeoutException.class);
    assertThat(read(chat, ALL)).isEmpty();
  }

  @Test
  void anInterruptEndsWhatRunsAndStaysPending() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    AtomicReference<Boolean> pending = new AtomicReference<>();
    Thread thread = new Thread(() -> {
      try {
        chat.transaction(() -> {
          write(chat, INSERT, 1);
          running.countDown();
          read(chat, ENDLESS);
        });
      } catch (LitmusException e) {
        failure.set(e);
        pending.set(Thread.currentThread().isInterrupted());
      }
    });
    thread.start();
    running.await();
    thread.interrupt();
    thread.join();
    assertThat(failure.get()).isInstanceOf(StatementCancelledException.class);
    assertThat(pending.get()).isTrue();
    assertThat(read(chat, ALL)).isEmpty();
    write(chat, INSERT, 2);
  }

  @Test
  void anInterruptedThreadStillRunsShortStatementsAndCommits() {
    Thread.currentThread().interrupt();
    assertThatCode(() -> chat.transaction(() -> write(chat, INSERT, 1))).doesNotThrowAnyException();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(read(chat, ALL)).containsExactly(1);
  }

  @Test
  void waitingForAnotherProcessEndsWithTheTimeout() throws Exception {
    try (Connection other = outside();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> write(chat, INSERT, 1))
          .isInstanceOf(DatabaseBusyException.class)
          .hasMessageContaining("another process");
      TransactionOptions options =
          TransactionOptions.of(TransactionMode.IMMEDIATE).withTimeout(Duration.ofMillis(50));
      assertThatThrownBy(() -> chat.transaction(options, () -> {}))
          .isInstanceOf(StatementTimeoutException.class);
      statement.execute("ROLLBACK");
    }
    write(chat, INSERT, 1);
  }
}
