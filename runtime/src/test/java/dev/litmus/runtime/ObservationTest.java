package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.litmus.runtime.TransactionEvent.Outcome;
import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.StatementException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ObservationTest {

  private static final String INSERT = "INSERT INTO counters (n) VALUES (?)";
  private static final String FIVE =
      "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 5) SELECT x FROM c";

  /** Remembers everything, and on which thread it was told. */
  private static final class Recorder implements DatabaseListener {
    final List<StatementEvent> statements = new CopyOnWriteArrayList<>();
    final List<LockWaitEvent> waits = new CopyOnWriteArrayList<>();
    final List<TransactionEvent> transactions = new CopyOnWriteArrayList<>();
    final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Override
    public void statement(StatementEvent event) {
      statements.add(event);
      threads.add(Thread.currentThread());
    }

    @Override
    public void lockWait(LockWaitEvent event) {
      waits.add(event);
    }

    @Override
    public void transaction(TransactionEvent event) {
      transactions.add(event);
    }

    StatementEvent last() {
      return statements.get(statements.size() - 1);
    }
  }

  /** Fails in each of its methods, with an exception or an error. */
  private static final class Failing implements DatabaseListener {
    @Override
    public void statement(StatementEvent event) {
      throw new AssertionError("a broken listener");
    }

    @Override
    public void lockWait(LockWaitEvent event) {
      throw new IllegalStateException("a broken listener");
    }

    @Override
    public void transaction(TransactionEvent event) {
      throw new IllegalStateException("a broken listener");
    }
  }

  @TempDir
  Path directory;

  private final Recorder recorder = new Recorder();
  private Databases databases;
  private SqliteDatabase chat;

  @BeforeEach
  void open() {
    open(TestDatabases.SHORT.with(s -> s.readers(1).listener(recorder)));
  }

  private void open(DatabaseSettings settings) {
    databases = TestDatabases.open(directory, settings, "chat");
    chat = databases.get("chat");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void aListenerIsToldOfEachStatementOnTheThreadThatRanIt() {
    read(chat, FIVE);
    assertThat(recorder.statements).singleElement().satisfies(event -> {
      assertThat(event.database()).isEqualTo("chat");
      assertThat(event.statement()).isEqualTo("Test.run");
      assertThat(event.sql()).isEqualTo(FIVE);
      assertThat(event.writes()).isFalse();
      assertThat(event.executions()).isEqualTo(1);
      assertThat(event.rows()).isEqualTo(5);
      assertThat(event.duration()).isPositive();
      assertThat((Throwable) event.failure()).isNull();
    });
    assertThat(recorder.threads).containsExactly(Thread.currentThread());
  }

  @Test
  void aBatchIsOneStatementThatRanOften() throws Exception {
    chat.transaction(() -> {
      try (PreparedStatement statement = chat.write(sql(INSERT))) {
        for (int i = 0; i < 3; i++) {
          statement.setInt(1, i);
          statement.executeUpdate();
        }
      }
    });
    assertThat(recorder.statements).singleElement().satisfies(event -> {
      assertThat(event.writes()).isTrue();
      assertThat(event.executions()).isEqualTo(3);
      assertThat(event.rows()).isEqualTo(3);
    });
  }

  @Test
  void rowsThatAWriteReturnsAreCountedAlsoWhenNobodyReadsThem() throws Exception {
    String sql = "INSERT INTO counters (n) VALUES (1), (2), (3) RETURNING n";
    try (PreparedStatement statement = chat.write(sql(sql))) {
      assertThat(statement.executeQuery().next()).isTrue();
    }
    assertThat(recorder.last().rows()).isEqualTo(3);
  }

  @Test
  void onlyRowsThatWereReadCount() throws Exception {
    try (PreparedStatement statement = chat.read(sql(FIVE))) {
      ResultSet row = statement.executeQuery();
      assertThat(row.next()).isTrue();
      assertThat(row.next()).isTrue();
    }
    assertThat(recorder.last().rows()).isEqualTo(2);
  }

  @Test
  void theDurationHoldsWhatIsDoneBetweenTheRows() throws Exception {
    long spent;
    try (PreparedStatement statement = chat.read(sql(FIVE))) {
      assertThat(statement.executeQuery().next()).isTrue();
      long start = System.nanoTime();
      while (System.nanoTime() - start < 1_000_000) {
        Thread.onSpinWait();
      }
      spent = System.nanoTime() - start;
    }
    assertThat(recorder.last().duration()).isGreaterThanOrEqualTo(Duration.ofNanos(spent));
  }

  @Test
  void aStatementThatFailsIsToldWithItsFailure() {
    assertThatThrownBy(() -> write(chat, INSERT, (Object) null))
        .isInstanceOf(ConstraintException.class);
    StatementEvent event = recorder.last();
    assertThat((Throwable) event.failure()).hasMessageContaining("NOT NULL constraint failed");
    assertThat(event.executions()).isEqualTo(1);
    assertThat(event.rows()).isZero();
  }

  @Test
  void aStatementThatCannotBePreparedIsToldAsNeverRun() {
    assertThatThrownBy(() -> read(chat, "SELECT 1 FROM nowhere"))
        .isInstanceOf(StatementException.class);
    assertThat(recorder.last().executions()).isZero();
    assertThat((Throwable) recorder.last().failure())
        .hasMessageContaining("no such table: nowhere");
  }

  @Test
  void nothingIsToldOfAStatementThatWasNeverRun() throws Exception {
    chat.read(sql(FIVE)).close();
    assertThat(recorder.statements).isEmpty();
  }

  @Test
  void aWaitForTheWriterIsToldAndAFreeOneIsNot() throws Exception {
    FutureTask<Long> second = new FutureTask<>(() -> write(chat, INSERT, 2));
    Thread thread = new Thread(second);
    chat.transaction(() -> {
      write(chat, INSERT, 1);
      thread.start();
      awaitWaiting(thread);
    });
    second.get();
    assertThat(recorder.waits).singleElement().satisfies(event -> {
      assertThat(event.database()).isEqualTo("chat");
      assertThat(event.writer()).isTrue();
      assertThat(event.acquired()).isTrue();
      assertThat(event.duration()).isPositive();
    });
  }

  @Test
  void aWaitForAReaderThatWasInVainIsToldToo() throws Exception {
    FutureTask<List<Object>> second = new FutureTask<>(() -> read(chat, FIVE));
    try (Transaction transaction = chat.begin(TransactionMode.READ)) {
      new Thread(second).start();
      assertThatThrownBy(second::get).hasCauseInstanceOf(DatabaseBusyException.class);
      transaction.commit();
    }
    assertThat(recorder.waits).singleElement().satisfies(event -> {
      assertThat(event.writer()).isFalse();
      assertThat(event.acquired()).isFalse();
      assertThat(event.duration()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    });
  }

  /** Returns when the thread waits; fails when it ends instead. */
  static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(thread.getState()).isNotEqualTo(Thread.State.TERMINATED);
      Thread.onSpinWait();
    }
  }

  @Test
  void aTransactionIsToldOnceWithHowItEnded() {
    chat.transaction(() -> chat.transaction(() -> {
      write(chat, INSERT, 1);
    }));
    try (Transaction left = chat.begin(TransactionMode.READ)) {
      assertThat(left).isNotNull();
      read(chat, FIVE);
    }
    chat.transaction(chat::rollbackOnly);
    assertThat(recorder.transactions)
        .extracting(TransactionEvent::mode, TransactionEvent::outcome)
        .containsExactly(
            tuple(TransactionMode.IMMEDIATE, Outcome.COMMITTED),
            tuple(TransactionMode.READ, Outcome.ROLLED_BACK),
            tuple(TransactionMode.IMMEDIATE, Outcome.ROLLED_BACK));
    assertThat(recorder.transactions).allSatisfy(event -> {
      assertThat(event.database()).isEqualTo("chat");
      assertThat(event.duration()).isPositive();
    });
  }

  @Test
  void aTransactionThatSqliteEndsIsToldAsThat() {
    write(chat, "CREATE TABLE once (n INTEGER UNIQUE ON CONFLICT ROLLBACK)");
    write(chat, "INSERT INTO once VALUES (1)");
    assertThatThrownBy(() -> chat.transaction(() -> {
          write(chat, "INSERT INTO once VALUES (1)");
        }))
        .isInstanceOf(ConstraintException.class);
    assertThat(recorder.transactions)
        .extracting(TransactionEvent::outcome)
        .containsExactly(Outcome.ENDED_BY_SQLITE);
  }

  @Test
  void theConnectionIsFreeAgainWhenAListenerIsTold() throws Exception {
    databases.close();
    List<Long> written = new CopyOnWriteArrayList<>();
    open(TestDatabases.SHORT.with(s -> s.listener(new DatabaseListener() {
      @Override
      public void transaction(TransactionEvent event) {
        if (written.isEmpty()) {
          FutureTask<Long> other = new FutureTask<>(() -> write(chat, INSERT, 2));
          new Thread(other).start();
          try {
            written.add(other.get());
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        }
      }
    })));
    chat.transaction(() -> {
      write(chat, INSERT, 1);
    });
    assertThat(written).containsExactly(1L);
  }

  @Test
  void aListenerThatFailsDoesNoHarmAndTheNextOneIsTold() throws Exception {
    databases.close();
    open(TestDatabases.SHORT.with(s -> s.listener(new Failing()).listener(recorder)));
    try (LogRecords logged = new LogRecords()) {
      aWaitForTheWriterIsToldAndAFreeOneIsNot();
      assertThat(read(chat, "SELECT count(*) FROM counters")).containsExactly(2);
      assertThat(recorder.statements).hasSize(3);
      assertThat(recorder.transactions).hasSize(1);
      assertThat(logged.of(System.Logger.Level.WARNING))
          .containsExactly("a listener failed: " + Failing.class.getName());
      assertThat(logged.of(System.Logger.Level.DEBUG))
          .hasSize(4)
          .containsOnly("a listener failed: " + Failing.class.getName());
    }
  }

  @Test
  void theExampleOfTheDocumentationWorks() throws Exception {
    databases.close();
    SlowStatements slow = new SlowStatements();
    open(DatabaseSettings.DEFAULT.with(s -> s.listener(slow)));
    read(chat, FIVE);
    assertThat(slow.slowest()).containsOnlyKeys("Test.run");

    String source =
        Files.readString(Path.of("src/test/java/dev/litmus/runtime/SlowStatements.java"));
    String example = source.substring(source.indexOf("final class"));
    assertThat(Files.readString(Path.of("../docs/observation.md"))).contains(example);
  }
}
