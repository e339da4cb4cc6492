package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.PartialCommitException;
import dev.litmus.runtime.error.StatementTimeoutException;
import dev.litmus.runtime.error.TransactionException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two tenants of one schema: what is committed when one of them cannot be. */
@Timeout(30)
class PartialCommitTest {

  private static final String COUNT = "INSERT INTO counters (n) VALUES (1)";
  private static final String COUNTS = "SELECT n FROM counters";
  private static final String ORPHAN =
      "INSERT INTO messages (id, body, chat_id) VALUES ('m', '', 'nowhere')";
  private static final Duration LIMIT = Duration.ofMillis(500);

  @TempDir
  Path directory;

  private SqliteDatabase first;
  private SqliteDatabase second;

  /** Why the second database is not to be committed, known before anything is. */
  private enum Obstacle {
    ENDED_BY_SQLITE(TransactionException.class, "SQLite has ended this transaction") {
      @Override
      void put(SqliteDatabase database) {
        assertThatThrownBy(() -> write(database, "INSERT INTO raises (a) VALUES (1)"))
            .isInstanceOf(LitmusException.class);
      }
    },
    INNER_TRANSACTION(TransactionException.class, "an inner transaction is still open") {
      @Override
      void put(SqliteDatabase database) {
        assertThat(database.begin()).isNotNull();
      }
    },
    OPEN_RESULT(TransactionException.class, "the result of a write is still open") {
      @Override
      void put(SqliteDatabase database) throws Exception {
        // Given back by the test's @AfterEach, which closes the database.
        @SuppressWarnings("resource")
        PreparedStatement insert =
            database.write(sql("INSERT INTO counters (n) VALUES (1), (2) RETURNING n"));
        assertThat(insert.executeQuery().next()).isTrue();
      }
    },
    TIME_IS_OVER(StatementTimeoutException.class, "the time for this work is over") {
      @Override
      void put(SqliteDatabase database) throws Exception {
        Thread.sleep(LIMIT.toMillis() + 20);
      }
    };

    private final Class<? extends LitmusException> type;
    private final String words;

    Obstacle(Class<? extends LitmusException> type, String words) {
      this.type = type;
      this.words = words;
    }

    abstract void put(SqliteDatabase database) throws Exception;
  }

  @BeforeEach
  void open() {
    first = open("first.sqlite", TestDatabases.SHORT);
    second = open("second.sqlite", TestDatabases.SHORT);
  }

  private SqliteDatabase open(String name, DatabaseSettings settings) {
    return SqliteDatabase.open(
        "chat", directory.resolve(name), settings, TestDatabases.repositories("chat"));
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsCommittedWhenItIsKnownThatOneCannotBe(Obstacle obstacle) {
    if (obstacle == Obstacle.TIME_IS_OVER) {
      second.close();
      second = open("second.sqlite", TestDatabases.SHORT.with(s -> s.timeout(LIMIT)));
    }
    List<String> after = new ArrayList<>();
    assertThatThrownBy(() -> Transactions.across(List.of(first, second), () -> {
          write(first, COUNT);
          write(second, COUNT);
          first.afterCommit(() -> after.add("first"));
          obstacle.put(second);
          return true;
        }))
        .isInstanceOf(obstacle.type)
        .hasMessageContaining(obstacle.words);
    assertThat(read(first, COUNTS)).isEmpty();
    assertThat(after).isEmpty();
  }

  @Test
  void rollbackOnlyInOneRollsBackAll() {
    List<String> after = new ArrayList<>();
    boolean result = Transactions.across(List.of(first, second), () -> {
      write(first, COUNT);
      write(second, COUNT);
      first.afterCommit(() -> after.add("first"));
      second.rollbackOnly();
      return true;
    });
    assertThat(result).isTrue();
    assertThat(read(first, COUNTS)).isEmpty();
    assertThat(read(second, COUNTS)).isEmpty();
    assertThat(after).isEmpty();
    write(first, COUNT);
    write(second, COUNT);
  }

  @Test
  void aCommitThatSqliteRefusesSaysWhichTenantsAreCommitted() {
    PartialCommitException thrown = refusedInSecond(List.of());
    assertThat(thrown.committed()).containsExactly(first.toString());
    assertThat(thrown.rolledBack()).containsExactly(second.toString());
    assertThat(thrown)
        .hasCauseInstanceOf(ConstraintException.class)
        .hasMessageContaining("first.sqlite")
        .hasMessageContaining("second.sqlite");
    assertThat(read(first, COUNTS)).containsExactly(1);
    assertThat(read(second, COUNTS)).isEmpty();
  }

  @Test
  void whatWaitedForACommittedDatabaseRunsAlsoWhenALaterCommitFails() {
    List<String> after = new ArrayList<>();
    PartialCommitException thrown = refusedInSecond(List.of(
        () -> {
          throw new IllegalStateException("mail server");
        },
        () -> write(second, COUNT),
        () -> after.add("last")));
    assertThat(after).containsExactly("last");
    assertThat(thrown.getSuppressed()).hasSize(1);
    assertThat(thrown.getSuppressed()[0]).hasMessage("mail server");
    assertThat(read(second, COUNTS)).as("the writers were free again").containsExactly(1);
  }

  private PartialCommitException refusedInSecond(List<Runnable> afterFirst) {
    return catchThrowableOfType(
        PartialCommitException.class,
        () -> Transactions.across(List.of(second, first), () -> {
          write(first, COUNT);
          write(second, COUNT);
          afterFirst.forEach(first::afterCommit);
          second.afterCommit(() -> {
            throw new IllegalStateException("never: it is rolled back");
          });
          return write(second, ORPHAN);
        }));
  }
}
