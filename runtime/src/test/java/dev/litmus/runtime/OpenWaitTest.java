package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.error.StatementTimeoutException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections that are opened while another process has the file locked. */
@Timeout(60)
class OpenWaitTest {

  /** Without WAL an exclusive lock keeps readers out. */
  private static final DatabaseSettings NO_WAL =
      DatabaseSettings.DEFAULT.with(s -> s.wal(false).busyTimeout(Duration.ofSeconds(30)));

  @TempDir
  Path directory;

  private SqliteDatabase open(DatabaseSettings settings) {
    return SqliteDatabase.open(
        "chat", directory.resolve("chat.sqlite"), settings, TestDatabases.repositories("chat"));
  }

  /** What another process has locked, until it is closed. */
  private final class Lock implements AutoCloseable {
    private final Connection connection;

    Lock(String begin) throws SQLException {
      connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("chat.sqlite"));
      try (Statement statement = connection.createStatement()) {
        statement.execute(begin);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  @Test
  void anotherProcessesMigrationIsWaitedForLongerThanTheBusyTimeout() throws Exception {
    for (DatabaseSettings settings : new DatabaseSettings[] {
      DatabaseSettings.DEFAULT, NO_WAL, DatabaseSettings.DEFAULT.with(s -> s.readOnly(true))
    }) {
      DatabaseSettings impatient = settings.with(s -> s.busyTimeout(Duration.ofMillis(10)));
      open(settings == NO_WAL ? NO_WAL : DatabaseSettings.DEFAULT).close();
      CompletableFuture<SqliteDatabase> opening;
      try (Lock lock = new Lock("BEGIN EXCLUSIVE")) {
        assertThat(lock).isNotNull();
        opening = CompletableFuture.supplyAsync(() -> open(impatient));
        if (settings == NO_WAL || settings == DatabaseSettings.DEFAULT) {
          Thread.sleep(500);
          assertThat(opening).isNotDone();
        }
      }
      opening.get(30, TimeUnit.SECONDS).close();
    }
  }

  @Test
  void anInterruptEndsIt() throws Exception {
    open(NO_WAL).close();
    try (Lock lock = new Lock("BEGIN EXCLUSIVE")) {
      assertThat(lock).isNotNull();
      for (DatabaseSettings settings :
          new DatabaseSettings[] {NO_WAL, NO_WAL.with(s -> s.busyTimeout(Duration.ZERO))}) {
        FutureTask<Boolean> opening = new FutureTask<>(() -> {
          assertThatThrownBy(() -> open(settings)).isInstanceOf(StatementCancelledException.class);
          return Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(opening);
        thread.start();
        Thread.sleep(100);
        thread.interrupt();
        assertThat(opening.get(20, TimeUnit.SECONDS)).isTrue();
      }
    }
    open(NO_WAL).close();
  }

  @Test
  void anInterruptEndsAMigrationAndBlamesNoFile() throws Exception {
    MigrationChain chain = TestDatabases.chain("1_a.sql", """
        CREATE TABLE t (a);
        INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT i FROM n LIMIT 100000000;
        """);
    Path file = directory.resolve("chat.sqlite");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> TestDatabases.open(chain, file, DatabaseSettings.DEFAULT))
        .isInstanceOf(StatementCancelledException.class)
        .hasMessageNotContaining("file");
    assertThat(Thread.interrupted()).isTrue();
    DatabaseSettings none = DatabaseSettings.DEFAULT.with(s -> s.migrate(MigrationMode.NONE));
    try (SqliteDatabase chat = TestDatabases.open(chain, file, none)) {
      assertThat(read(chat, "SELECT name FROM sqlite_schema")).isEmpty();
    }
  }

  @Test
  void aReaderIsOpenedWithinTheTimeOfTheStatement() throws Exception {
    DatabaseSettings hurried = NO_WAL.with(s -> s.timeout(Duration.ofMillis(200)));
    DatabaseSettings impatient = NO_WAL.with(s -> s.busyTimeout(Duration.ofMillis(100)));
    try (SqliteDatabase chat = open(hurried)) {
      assertLockedOut(chat, StatementTimeoutException.class);
      assertThat(read(chat, "SELECT 1")).containsExactly(1);
    }
    try (SqliteDatabase chat = open(impatient)) {
      long start = System.nanoTime();
      assertLockedOut(chat, DatabaseBusyException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_900));
    }
  }

  private void assertLockedOut(SqliteDatabase chat, Class<? extends Exception> type)
      throws Exception {
    try (Lock lock = new Lock("BEGIN EXCLUSIVE")) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> read(chat, "SELECT n FROM counters")).isInstanceOf(type);
    }
  }

  @Test
  void closingTheDatabaseEndsTheOpeningOfAReader() throws Exception {
    DatabaseSettings quick =
        NO_WAL.with(s -> s.closeTimeout(Duration.ofMillis(100), Duration.ofSeconds(20)));
    SqliteDatabase chat = open(quick);
    try (Lock lock = new Lock("BEGIN EXCLUSIVE")) {
      assertThat(lock).isNotNull();
      CompletableFuture<Object> reading =
          CompletableFuture.supplyAsync(() -> read(chat, "SELECT n FROM counters"));
      Thread.sleep(100);
      chat.close();
      assertThatThrownBy(() -> reading.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(DatabaseClosedException.class);
    }
  }
}
