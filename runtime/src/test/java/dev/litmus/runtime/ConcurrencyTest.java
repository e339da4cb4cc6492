package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.error.TransactionException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ConcurrencyTest {

  private static final String INSERT = "INSERT INTO counters (n) VALUES (?)";
  private static final String NOTE = "INSERT INTO notes (text) VALUES (?)";
  private static final String COUNT = "SELECT count(*) FROM counters";
  private static final String ENDLESS =
      "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT sum(x) FROM c WHERE x < 0";

  @TempDir
  Path directory;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() throws Exception {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
  }

  private List<Future<Object>> start(int count, Callable<Object> work) {
    List<Future<Object>> futures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      futures.add(threads.submit(work));
    }
    return futures;
  }

  @Test
  void oneDatabaseIsWrittenWhileAnotherIs() throws Exception {
    try (Databases databases =
        TestDatabases.open(directory, TestDatabases.SHORT, "chat", "notes")) {
      SqliteDatabase chat = databases.get("chat");
      SqliteDatabase notes = databases.get("notes");
      try (Transaction transaction = chat.begin(TransactionMode.IMMEDIATE)) {
        write(chat, INSERT, 1);
        Future<Object> other = start(1, () -> write(notes, NOTE, "beside")).get(0);
        assertThat(other.get()).isEqualTo(1L);
        transaction.commit();
      }
      assertThat(read(chat, COUNT)).isEqualTo(List.of(1));
    }
  }

  @Test
  void readersRunBesideAWriter() throws Exception {
    try (Databases databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      try (Transaction transaction = chat.begin(TransactionMode.IMMEDIATE)) {
        write(chat, INSERT, 1);
        for (Future<Object> reader : start(8, () -> read(chat, COUNT))) {
          assertThat(reader.get()).isEqualTo(List.of(0));
        }
        transaction.commit();
      }
    }
  }

  @Test
  void eightWritersTakeTurnsWithoutAFailure() throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      List<Future<Object>> writers = start(8, () -> {
        for (int i = 0; i < 100; i++) {
          chat.transaction(() -> {
            int n = (Integer) read(chat, COUNT).get(0);
            write(chat, INSERT, n);
          });
        }
        return true;
      });
      for (Future<Object> writer : writers) {
        writer.get();
      }
      assertThat(read(chat, "SELECT count(DISTINCT n) FROM counters")).containsExactly(800);
    }
  }

  @Test
  void nestedReadsCannotExhaustTheReaders() throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      write(chat, INSERT, 1);
      CyclicBarrier allHold = new CyclicBarrier(4);
      List<Future<Object>> readers = start(4, () -> {
        try (PreparedStatement outer = chat.read(sql("SELECT n FROM counters"))) {
          ResultSet row = outer.executeQuery();
          assertThat(row.next()).isTrue();
          allHold.await(5, TimeUnit.SECONDS);
          try (Transaction transaction = chat.begin(TransactionMode.READ)) {
            Object inner = read(chat, COUNT);
            transaction.commit();
            return inner;
          }
        }
      });
      for (Future<Object> reader : readers) {
        assertThat(reader.get()).isEqualTo(List.of(1));
      }
    }
  }

  @Test
  void busyNamesTheHolder() throws Exception {
    try (Databases databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      CountDownLatch done = new CountDownLatch(1);
      Thread holder = holdWriter(chat, "the-holder", done);
      assertThatThrownBy(() -> write(chat, INSERT, 1))
          .isInstanceOf(DatabaseBusyException.class)
          .hasMessageContaining("the writer was not free within 300 ms")
          .hasMessageContaining("thread `the-holder`")
          .hasMessageNotContaining("died");
      done.countDown();
      holder.join();
      write(chat, INSERT, 1);
    }
  }

  @Test
  void busyNamesADeadHolder() throws Exception {
    Databases databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    SqliteDatabase chat = databases.get("chat");
    Thread leaking =
        new Thread(() -> assertThat(chat.begin(TransactionMode.IMMEDIATE)).isNotNull(), "leaking");
    leaking.start();
    leaking.join();
    assertThatThrownBy(() -> chat.transaction(() -> {}))
        .isInstanceOf(DatabaseBusyException.class)
        .hasMessageContaining("thread `leaking` (which has died)");
    databases.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void closeWaitsForNoDeadThreadAndFreesTheFile(boolean diesBefore) throws Exception {
    Duration tooLong = Duration.ofDays(1);
    DatabaseSettings settings =
        DatabaseSettings.DEFAULT.with(s -> s.closeTimeout(tooLong, tooLong));
    Databases databases = TestDatabases.open(directory, settings, "chat");
    SqliteDatabase chat = databases.get("chat");
    CountDownLatch holds = new CountDownLatch(1);
    CountDownLatch dies = new CountDownLatch(diesBefore ? 0 : 1);
    AtomicReference<Transaction> leaked = new AtomicReference<>();
    Thread leaking = new Thread(() -> {
      leaked.set(chat.begin());
      write(chat, INSERT, 1);
      holds.countDown();
      awaitUnchecked(dies);
    });
    leaking.start();
    holds.await();
    if (diesBefore) {
      leaking.join();
    }
    Future<?> closing = threads.submit(databases::close);
    if (!diesBefore) {
      assertThatThrownBy(() -> closing.get(100, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
    }
    dies.countDown();
    closing.get();
    assertThatThrownBy(() -> leaked.get().commit()).isInstanceOf(TransactionException.class);
    try (java.sql.Connection other = java.sql.DriverManager.getConnection(
            "jdbc:sqlite:" + directory.resolve("chat.sqlite"));
        java.sql.Statement statement = other.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      statement.execute("INSERT INTO counters (n) VALUES (2)");
    }
    try (Databases again = TestDatabases.open(directory, "chat")) {
      assertThat(read(again.get("chat"), "SELECT n FROM counters")).containsExactly(2);
    }
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anInterruptedWaiterSaysSoAndStaysInterrupted() throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      CountDownLatch done = new CountDownLatch(1);
      Thread holder = holdWriter(chat, "holder", done);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> write(chat, INSERT, 1))
          .isInstanceOf(StatementCancelledException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
      done.countDown();
      holder.join();
    }
  }

  @Test
  void anotherProcessesLockIsBusy() throws Exception {
    try (Databases databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
        java.sql.Connection other = java.sql.DriverManager.getConnection(
            "jdbc:sqlite:" + directory.resolve("chat.sqlite"));
        java.sql.Statement lock = other.createStatement()) {
      SqliteDatabase chat = databases.get("chat");
      lock.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> write(chat, INSERT, 1))
          .isInstanceOf(DatabaseBusyException.class)
          .hasMessageContaining("another process");
      assertThatThrownBy(() -> chat.begin(TransactionMode.IMMEDIATE))
          .isInstanceOf(DatabaseBusyException.class);
      lock.execute("ROLLBACK");
      chat.transaction(() -> write(chat, INSERT, 1));
    }
  }

  private Thread holdWriter(SqliteDatabase database, String name, CountDownLatch until)
      throws Exception {
    CountDownLatch holds = new CountDownLatch(1);
    Thread thread = new Thread(
        () -> {
          try (Transaction transaction = database.begin(TransactionMode.IMMEDIATE)) {
            holds.countDown();
            until.await();
            transaction.commit();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        name);
    thread.start();
    holds.await();
    return thread;
  }

  @Test
  void closeWakesTheWaiters() throws Exception {
    Databases databases = TestDatabases.open(directory, "chat");
    SqliteDatabase chat = databases.get("chat");
    CountDownLatch done = new CountDownLatch(1);
    Thread holder = holdWriter(chat, "holder", done);
    Thread[] waiting = new Thread[1];
    CountDownLatch started = new CountDownLatch(1);
    Future<Object> waiter = threads.submit(() -> {
      waiting[0] = Thread.currentThread();
      started.countDown();
      return write(chat, INSERT, 1);
    });
    started.await();
    while (waiting[0].getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
    Future<?> closing = threads.submit(databases::close);
    assertThatThrownBy(() -> waiter.get(2, TimeUnit.SECONDS))
        .hasCauseInstanceOf(DatabaseClosedException.class);
    assertThat(closing.isDone()).isFalse();
    done.countDown();
    closing.get();
    holder.join();
    TestDatabases.open(directory, "chat").close();
  }

  @Test
  void closeInterruptsWhatRunsTooLong() throws Exception {
    Databases databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    SqliteDatabase chat = databases.get("chat");
    List<Future<Object>> queries = start(2, () -> read(chat, ENDLESS));
    Future<Object> writing = threads.submit(() -> chat.transaction(() -> {
      write(chat, INSERT, 1);
      return read(chat, ENDLESS);
    }));
    Thread.sleep(200);
    long begin = System.nanoTime();
    databases.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(Duration.ofMillis(250), Duration.ofSeconds(3));
    for (Future<Object> query : queries) {
      assertThatThrownBy(query::get).hasCauseInstanceOf(DatabaseClosedException.class);
    }
    assertThatThrownBy(writing::get).hasCauseInstanceOf(DatabaseClosedException.class);
    assertThat(directory.resolve("chat.sqlite-wal")).doesNotExist();
    try (Databases again = TestDatabases.open(directory, "chat")) {
      assertThat(read(again.get("chat"), COUNT)).containsExactly(0);
    }
  }

  @Test
  void closeLetsShortWorkFinish() throws Exception {
    Databases databases = TestDatabases.open(directory, "chat");
    SqliteDatabase chat = databases.get("chat");
    CountDownLatch inside = new CountDownLatch(1);
    Future<Object> work = threads.submit(() -> chat.transaction(() -> {
      inside.countDown();
      Thread.sleep(200);
      return write(chat, INSERT, 1);
    }));
    inside.await();
    databases.close();
    assertThat(work.get()).isEqualTo(1L);
  }

  @Test
  void whatIsHeldPastCloseIsClosedByItsHolder() throws Exception {
    Databases databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    SqliteDatabase chat = databases.get("chat");
    write(chat, INSERT, 1);
    PreparedStatement statement = chat.read(sql("SELECT n FROM counters"));
    ResultSet row = statement.executeQuery();
    threads.submit(databases::close).get();
    assertThatThrownBy(row::next).isInstanceOf(DatabaseClosedException.class);
    assertThatThrownBy(() -> TestDatabases.open(directory, "chat"))
        .isInstanceOf(DatabaseOpenException.class);
    statement.close();
    TestDatabases.open(directory, "chat").close();
  }

  @Test
  void whatItsHolderTookToTheGraveIsClosedByClosingAgain() throws Exception {
    Databases databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
    SqliteDatabase chat = databases.get("chat");
    CountDownLatch holds = new CountDownLatch(1);
    CountDownLatch dies = new CountDownLatch(1);
    Thread leaking = new Thread(() -> {
      assertThat(chat.begin()).isNotNull();
      holds.countDown();
      awaitUnchecked(dies);
    });
    leaking.start();
    holds.await();
    databases.close();
    assertThatThrownBy(() -> TestDatabases.open(directory, "chat"))
        .isInstanceOf(DatabaseOpenException.class);
    dies.countDown();
    leaking.join();
    databases.close();
    TestDatabases.open(directory, "chat").close();
  }

  @Test
  void closeInsideAnOwnTransactionRollsBack() {
    Databases databases = TestDatabases.open(directory, "chat");
    SqliteDatabase chat = databases.get("chat");
    assertThatThrownBy(() -> chat.transaction(() -> {
          write(chat, INSERT, 1);
          databases.close();
        }))
        .isInstanceOf(DatabaseClosedException.class);
    try (Databases again = TestDatabases.open(directory, "chat")) {
      assertThat(read(again.get("chat"), COUNT)).containsExactly(0);
    }
  }

  @Test
  void closeUnderLoadFromManyThreadsGivesTypedErrorsOnly() throws Exception {
    for (int round = 0; round < 5; round++) {
      Databases databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat");
      SqliteDatabase chat = databases.get("chat");
      List<Future<Object>> workers = start(6, () -> {
        try {
          while (true) {
            write(chat, INSERT, 1);
            read(chat, COUNT);
          }
        } catch (DatabaseClosedException e) {
          return e;
        }
      });
      Thread.sleep(50);
      for (Future<Object> closing : start(3, Executors.callable(databases::close, (Object) true))) {
        closing.get();
      }
      for (Future<Object> worker : workers) {
        worker.get();
      }
      assertThat(directory.resolve("chat.sqlite-wal")).doesNotExist();
    }
  }
}
