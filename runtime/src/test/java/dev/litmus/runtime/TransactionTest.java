package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.StatementTimeoutException;
import dev.litmus.runtime.error.TransactionException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionTest {

  private static final String INSERT = "INSERT INTO counters (n) VALUES (?)";
  private static final String TWO = "INSERT INTO counters (n) VALUES (1), (2) RETURNING n";
  private static final String ALL = "SELECT n FROM counters ORDER BY n";

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

  @Test
  void commitsAndReturnsTheResult() {
    long changed = chat.transaction(() -> write(chat, INSERT, 1));
    assertThat(changed).isEqualTo(1);
    assertThat(read(chat, ALL)).containsExactly(1);
  }

  @Test
  void aCheckedExceptionRollsBackAndKeepsItsType() {
    IOException thrown = new IOException("disk");
    try {
      chat.transaction(() -> {
        write(chat, INSERT, 1);
        throw thrown;
      });
    } catch (IOException e) {
      assertThat(e).isSameAs(thrown).hasNoSuppressedExceptions();
    }
    assertThat(read(chat, ALL)).isEmpty();
    write(chat, INSERT, 2);
    assertThat(read(chat, ALL)).containsExactly(2);
  }

  @Test
  void aReadInsideSeesItsOwnWritesAndOthersDoNot() throws Exception {
    try (Transaction transaction = chat.begin(TransactionMode.IMMEDIATE)) {
      write(chat, INSERT, 1);
      assertThat(read(chat, ALL)).containsExactly(1);
      assertThat(inThread(() -> read(chat, ALL))).isEqualTo(List.of());
      transaction.commit();
    }
    assertThat(inThread(() -> read(chat, ALL))).isEqualTo(List.of(1));
  }

  @Test
  void aNestedRollbackUndoesTheInnerPartOnly() {
    chat.transaction(() -> {
      write(chat, INSERT, 1);
      assertThatThrownBy(() -> chat.transaction(() -> {
            write(chat, INSERT, 2);
            chat.transaction(() -> write(chat, INSERT, 3));
            throw new IllegalStateException("inner");
          }))
          .hasMessage("inner");
      chat.transaction(() -> write(chat, INSERT, 4));
    });
    assertThat(read(chat, ALL)).containsExactly(1, 4);
  }

  @Test
  void anOuterScopeTakesTheInnerOnesAlong() {
    Transaction outer = chat.begin(TransactionMode.IMMEDIATE);
    Transaction inner = chat.begin(TransactionMode.IMMEDIATE);
    write(chat, INSERT, 1);
    assertThatThrownBy(outer::commit)
        .isInstanceOf(TransactionException.class)
        .hasMessageContaining("inner transaction");
    outer.close();
    assertThatThrownBy(inner::commit)
        .isInstanceOf(TransactionException.class)
        .hasMessageContaining("ended");
    inner.close();
    assertThat(read(chat, ALL)).isEmpty();
    write(chat, INSERT, 2);
  }

  @Test
  void commitTwiceIsRefusedAndKeepsTheData() {
    try (Transaction transaction = chat.begin(TransactionMode.IMMEDIATE)) {
      write(chat, INSERT, 1);
      transaction.commit();
      assertThatThrownBy(transaction::commit).isInstanceOf(TransactionException.class);
    }
    assertThat(read(chat, ALL)).containsExactly(1);
  }

  @Test
  void aReadTransactionKeepsItsSnapshotAndCannotWrite() throws Exception {
    try (Transaction transaction = chat.begin(TransactionMode.READ)) {
      assertThat(read(chat, ALL)).isEmpty();
      inThread(() -> write(chat, INSERT, 1));
      assertThat(read(chat, ALL)).isEmpty();
      assertThatThrownBy(() -> write(chat, INSERT, 2))
          .isInstanceOf(TransactionException.class)
          .hasMessageContaining("READ");
      assertThatThrownBy(() -> chat.begin(TransactionMode.IMMEDIATE))
          .isInstanceOf(TransactionException.class);
      try (Transaction nested = chat.begin(TransactionMode.READ)) {
        assertThat(read(chat, ALL)).isEmpty();
        nested.commit();
      }
      assertThat(read(chat, ALL)).isEmpty();
      transaction.commit();
    }
    assertThat(read(chat, ALL)).containsExactly(1);
  }

  @Test
  void readInsideImmediateSeesItsWritesAndCannotWrite() {
    chat.transaction(() -> {
      write(chat, INSERT, 1);
      try (Transaction read = chat.begin(TransactionMode.READ)) {
        assertThat(read(chat, ALL)).containsExactly(1);
        assertThatThrownBy(() -> write(chat, INSERT, 2)).isInstanceOf(TransactionException.class);
        assertThatThrownBy(() -> chat.transaction(() -> {}))
            .isInstanceOf(TransactionException.class);
        read.commit();
      }
      write(chat, INSERT, 3);
    });
    assertThat(read(chat, ALL)).containsExactly(1, 3);
  }

  @Test
  void aWriteWhileAResultIsOpenIsRefused() throws Exception {
    write(chat, INSERT, 1);
    try (PreparedStatement statement = chat.read(sql(ALL))) {
      assertThat(statement.executeQuery().next()).isTrue();
      assertThatThrownBy(() -> write(chat, INSERT, 2))
          .isInstanceOf(TransactionException.class)
          .hasMessageContaining("reads a result");
      assertThatThrownBy(() -> chat.transaction(() -> {})).isInstanceOf(TransactionException.class);
    }
    write(chat, INSERT, 2);
    assertThat(read(chat, ALL)).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"INSERT INTO rolls_back (a) VALUES (1)", "INSERT INTO raises (a) VALUES (1)"})
  void aTransactionThatSqliteEndedIsDead(String killer) {
    write(chat, "INSERT INTO rolls_back (a) VALUES (1)");
    Transaction transaction = chat.begin(TransactionMode.IMMEDIATE);
    write(chat, INSERT, 1);
    Transaction nested = chat.begin(TransactionMode.IMMEDIATE);
    assertThatThrownBy(() -> write(chat, killer)).isInstanceOf(ConstraintException.class);
    assertThatThrownBy(() -> write(chat, INSERT, 2))
        .isInstanceOf(TransactionException.class)
        .hasMessageContaining("SQLite has ended")
        .hasCauseInstanceOf(java.sql.SQLException.class);
    assertThatThrownBy(() -> read(chat, ALL)).isInstanceOf(TransactionException.class);
    assertThatThrownBy(() -> chat.begin(TransactionMode.IMMEDIATE))
        .isInstanceOf(TransactionException.class);
    assertThatThrownBy(nested::commit).isInstanceOf(TransactionException.class);
    nested.close();
    assertThatThrownBy(transaction::commit).isInstanceOf(TransactionException.class);
    transaction.close();
    assertThat(read(chat, ALL)).isEmpty();
    chat.transaction(() -> write(chat, INSERT, 3));
    assertThat(read(chat, ALL)).containsExactly(3);
  }

  @Test
  void aFullDiskEndsTheTransactionAndNothingRunsOn() {
    chat.transaction(() -> {
      int pages = (Integer) read(chat, "PRAGMA page_count").get(0);
      read(chat, "PRAGMA max_page_count = " + (pages + 20));
    });
    assertThatThrownBy(() -> chat.transaction(() -> {
          write(chat, INSERT, 1);
          assertThatThrownBy(
                  () -> write(chat, "INSERT INTO anything (v) VALUES (randomblob(1000000))"))
              .isInstanceOfSatisfying(
                  LitmusException.class, e -> assertThat(e.sqliteCode()).hasValue(13));
          assertThatThrownBy(() -> write(chat, INSERT, 2))
              .isInstanceOf(TransactionException.class)
              .hasMessageContaining("SQLite has ended");
        }))
        .isInstanceOf(TransactionException.class);
    assertThat(read(chat, ALL)).isEmpty();
    chat.transaction(() -> write(chat, INSERT, 3));
    assertThat(read(chat, ALL)).containsExactly(3);
  }

  @Test
  void aWriteThatIsCancelledEndsTheTransactionAroundAllSavepoints() {
    assertThatThrownBy(() -> chat.transaction(() -> {
          write(chat, INSERT, 1);
          assertThatThrownBy(() -> chat.transaction(
                  TransactionOptions.of(TransactionMode.IMMEDIATE)
                      .withTimeout(Duration.ofMillis(50)),
                  () -> write(
                      chat,
                      "INSERT INTO counters (n) WITH RECURSIVE c(x) AS"
                          + " (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c")))
              .isInstanceOf(StatementTimeoutException.class);
          assertThatThrownBy(() -> write(chat, INSERT, 2))
              .isInstanceOf(TransactionException.class)
              .hasMessageContaining("SQLite has ended");
        }))
        .isInstanceOf(TransactionException.class);
    assertThat(read(chat, ALL)).isEmpty();
    chat.transaction(() -> write(chat, INSERT, 3));
    assertThat(read(chat, ALL)).containsExactly(3);
  }

  @Test
  void aStatementThatIsOpenWhenTheTransactionDiesRunsNoMore() throws Exception {
    try (Transaction transaction = chat.begin(TransactionMode.IMMEDIATE);
        PreparedStatement insert = chat.write(sql(INSERT))) {
      insert.setInt(1, 1);
      insert.executeUpdate();
      assertThatThrownBy(() -> write(chat, "INSERT INTO raises (a) VALUES (1)"))
          .isInstanceOf(ConstraintException.class);
      assertThatThrownBy(insert::executeUpdate).isInstanceOf(TransactionException.class);
      assertThatThrownBy(transaction::commit).isInstanceOf(TransactionException.class);
    }
    assertThat(read(chat, ALL)).isEmpty();
  }

  @Test
  void anOrdinaryErrorLeavesTheTransactionAlive() {
    chat.transaction(() -> {
      write(chat, "INSERT INTO chats (id) VALUES ('c1')");
      assertThatThrownBy(() -> write(chat, "INSERT INTO chats (id) VALUES ('c1')"))
          .isInstanceOfSatisfying(ConstraintException.class, e -> {
            assertThat(e.sqliteCode()).hasValue(1555);
            assertThat(e.database()).isEqualTo("chat");
            assertThat(e.statement()).hasValue("Test.run");
          })
          .hasMessageContaining("UNIQUE constraint failed: chats.id");
      write(chat, "INSERT INTO chats (id) VALUES ('c2')");
    });
    assertThat(read(chat, "SELECT id FROM chats ORDER BY id")).containsExactly("c1", "c2");
  }

  @Test
  void aCommitThatAForeignKeyRefusesRollsBack() {
    Transaction transaction = chat.begin(TransactionMode.IMMEDIATE);
    write(chat, "INSERT INTO messages (id, body, chat_id) VALUES ('m', '', 'nowhere')");
    assertThatThrownBy(transaction::commit)
        .isInstanceOf(ConstraintException.class)
        .hasMessageContaining("FOREIGN KEY");
    transaction.close();
    assertThat(read(chat, "SELECT id FROM messages")).isEmpty();
    chat.transaction(() -> write(chat, INSERT, 1));
  }

  @Test
  void returningCommitsWhileItsDrainedStatementIsOnLoan() throws Exception {
    List<Long> ids = new ArrayList<>();
    try (Transaction transaction = chat.begin(TransactionMode.IMMEDIATE);
        PreparedStatement insert =
            chat.write(sql("INSERT INTO counters (n) VALUES (7), (8) RETURNING n"))) {
      ResultSet row = insert.executeQuery();
      while (row.next()) {
        ids.add(row.getLong(1));
      }
      transaction.commit();
    }
    assertThat(ids).containsExactly(7L, 8L);
    assertThat(read(chat, ALL)).containsExactly(7, 8);
  }

  @Test
  void aReturningResultThatIsStillOpenRefusesTheCommit() throws Exception {
    try (Transaction transaction = chat.begin(TransactionMode.IMMEDIATE);
        PreparedStatement insert =
            chat.write(sql("INSERT INTO counters (n) VALUES (1), (2) RETURNING n"))) {
      assertThat(insert.executeQuery().next()).isTrue();
      assertThatThrownBy(transaction::commit)
          .isInstanceOf(TransactionException.class)
          .hasMessageContaining("still open");
    } catch (java.sql.SQLException expected) {
      // The rest of the rows could not be read after the rollback.
    }
    assertThat(read(chat, ALL)).isEmpty();
    write(chat, INSERT, 3);
  }

  @Test
  void aResultThatIsStillOpenRefusesNoMoreOnceItIsRead() throws Exception {
    try (Transaction transaction = chat.begin();
        PreparedStatement insert = chat.write(sql(TWO))) {
      ResultSet row = insert.executeQuery();
      assertThat(row.next()).isTrue();
      assertThatThrownBy(transaction::commit).isInstanceOf(TransactionException.class);
      assertThat(row.next()).isTrue();
      assertThat(row.next()).isFalse();
      transaction.commit();
    }
    assertThat(read(chat, ALL)).containsExactly(1, 2);
  }

  @Test
  void anInnerTransactionThatIsRolledBackEndsTheResultsOfItsWrites() throws Exception {
    try (Transaction outer = chat.begin()) {
      write(chat, INSERT, 5);
      PreparedStatement insert;
      ResultSet row;
      try (Transaction inner = chat.begin()) {
        insert = chat.write(sql(TWO));
        row = insert.executeQuery();
        assertThat(row.next()).isTrue();
        assertThat(inner).isNotNull();
      }
      assertThatThrownBy(row::next).hasMessageContaining("closed");
      insert.close();
      chat.transaction(() -> write(chat, INSERT, 6));
      outer.commit();
    }
    assertThat(read(chat, ALL)).containsExactly(5, 6);
  }

  @Test
  void aResultThatIsStillOpenRefusesTheCommitOfAnInnerTransaction() throws Exception {
    try (Transaction outer = chat.begin()) {
      try (Transaction inner = chat.begin();
          PreparedStatement insert = chat.write(sql(TWO))) {
        assertThat(insert.executeQuery().next()).isTrue();
        assertThatThrownBy(inner::commit)
            .isInstanceOf(TransactionException.class)
            .hasMessageContaining("still open");
      }
      write(chat, INSERT, 7);
      outer.commit();
    }
    assertThat(read(chat, ALL)).containsExactly(7);
  }

  @Test
  void aResultThatIsStillOpenRefusesToBeginAnInnerTransaction() throws Exception {
    try (Transaction outer = chat.begin()) {
      try (PreparedStatement insert = chat.write(sql(TWO))) {
        assertThat(insert.executeQuery().next()).isTrue();
        assertThatThrownBy(chat::begin)
            .isInstanceOf(TransactionException.class)
            .hasMessageContaining("still open");
        try (Transaction reading = chat.begin(TransactionMode.READ)) {
          reading.commit();
        }
      }
      chat.transaction(() -> write(chat, INSERT, 3));
      outer.commit();
    }
    assertThat(read(chat, ALL)).containsExactly(1, 2, 3);
  }

  @Test
  void aTransactionIsForItsThreadAlone() throws Exception {
    Transaction transaction = chat.begin(TransactionMode.IMMEDIATE);
    write(chat, INSERT, 1);
    assertThat(failureInThread(transaction::commit)).isInstanceOf(TransactionException.class);
    assertThat(failureInThread(transaction::close)).isInstanceOf(TransactionException.class);
    transaction.commit();
    transaction.close();
    assertThat(read(chat, ALL)).containsExactly(1);
  }

  private static Throwable failureInThread(Runnable work) throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(() -> {
      try {
        work.run();
      } catch (LitmusException e) {
        failure.set(e);
      }
    });
    thread.start();
    thread.join();
    return failure.get();
  }

  private static Object inThread(java.util.concurrent.Callable<Object> work) throws Exception {
    return java.util.concurrent.CompletableFuture.supplyAsync(() -> {
          try {
            return work.call();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        })
        .get();
  }
}
