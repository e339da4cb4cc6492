package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.litmus.runtime.error.AfterCommitException;
import dev.litmus.runtime.error.BatchException;
import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.error.ValueException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a batch stays when one of its items fails, and what its error says of that. */
class BatchTest {

  private static final SqlStatement INSERT = sql("INSERT INTO counters (n) VALUES (?)");

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, "chat");
    chat = databases.get("chat");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private long insert(int chunk, Iterable<?> items) {
    Batch batch = chat.batch(INSERT, chunk);
    try (batch) {
      for (Object item : items) {
        PreparedStatement statement = batch.next();
        statement.setObject(1, item);
        batch.changed(statement.executeLargeUpdate());
      }
      return batch.finish();
    } catch (SQLException | RuntimeException e) {
      throw batch.failure(e);
    }
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** Numbers, one of which is missing: the column is NOT NULL. */
  private static List<Integer> withoutItem(int count, int missing) {
    Integer[] all = numbers(count).toArray(Integer[]::new);
    all[missing] = null;
    return Arrays.asList(all);
  }

  private Object count() {
    return read(chat, "SELECT count(*) FROM counters").get(0);
  }

  @Test
  void allItemsAreOneTransaction() {
    assertThat(insert(0, numbers(250))).isEqualTo(250);
    assertThat(count()).isEqualTo(250);
    BatchException failure =
        catchThrowableOfType(BatchException.class, () -> insert(0, withoutItem(250, 205)));
    assertThat(failure.item()).hasValue(205);
    assertThat(failure.itemsKept()).isZero();
    assertThat(failure.getCause()).isInstanceOf(ConstraintException.class);
    assertThat(failure)
        .hasMessageStartingWith("database `chat`, Test.run: item 205 (counted from 0) failed, and"
            + " nothing of the batch is left; the cause: database `chat`, Test.run: NOT NULL");
    assertThat(count()).isEqualTo(250);
  }

  @Test
  void chunksBeforeAFailureStay() {
    BatchException failure =
        catchThrowableOfType(BatchException.class, () -> insert(100, withoutItem(1000, 605)));
    assertThat(failure.item()).hasValue(605);
    assertThat(failure.itemsKept()).isEqualTo(600);
    assertThat(failure)
        .hasMessageContaining("the first 600 items are committed, the others undone");
    assertThat(count()).isEqualTo(600);
    assertThat(insert(100, numbers(200))).isEqualTo(200);
    assertThat(count()).isEqualTo(800);
  }

  @Test
  void insideATransactionChunksBelongToIt() {
    chat.transaction(() -> {
      BatchException failure =
          catchThrowableOfType(BatchException.class, () -> insert(10, withoutItem(30, 25)));
      assertThat(failure.itemsKept()).isEqualTo(20);
      assertThat(failure).hasMessageContaining("20 items are part of the transaction around");
      assertThat(count()).isEqualTo(20);
      chat.rollbackOnly();
    });
    assertThat(count()).isEqualTo(0);
  }

  @Test
  void aValueThatCannotBeBoundIsOneOfAnItemToo() {
    BatchException failure =
        catchThrowableOfType(BatchException.class, () -> insert(0, List.of(1.5, Double.NaN)));
    assertThat(failure.item()).hasValue(1);
    assertThat(failure.getCause()).isInstanceOf(ValueException.class);
    assertThat(count()).isEqualTo(0);
  }

  @Test
  void whatTheIterationThrowsUndoesTheBatch() {
    Iterable<Integer> broken = () -> numbers(10).stream()
        .peek(n -> {
          if (n == 5) {
            throw new IllegalStateException("mine");
          }
        })
        .iterator();
    assertThatThrownBy(() -> insert(0, broken))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("mine");
    assertThat(count()).isEqualTo(0);
    write(chat, "INSERT INTO counters (n) VALUES (1)");
  }

  @Test
  void whatTheIterationThrowsBehindAChunkSaysWhatIsKept() {
    Iterable<Integer> broken = () -> numbers(10).stream()
        .peek(n -> {
          if (n == 7) {
            throw new IllegalStateException("mine");
          }
        })
        .iterator();
    BatchException failure = catchThrowableOfType(BatchException.class, () -> insert(3, broken));
    assertThat(failure.item()).hasValue(7);
    assertThat(failure.itemsKept()).isEqualTo(6);
    assertThat(failure).hasRootCauseMessage("mine");
    assertThat(count()).isEqualTo(6);
  }

  @Test
  void whatAnItemThrowsIsAFailureOfThatItem() {
    BatchException failure = catchThrowableOfType(BatchException.class, () -> {
      Batch batch = chat.batch(INSERT);
      try (batch) {
        for (Integer number : withoutItem(3, 1)) {
          PreparedStatement statement = batch.next();
          statement.setInt(1, number);
          batch.changed(statement.executeUpdate());
        }
      } catch (SQLException | RuntimeException e) {
        throw batch.failure(e);
      }
    });
    assertThat(failure.item()).hasValue(1);
    assertThat(failure.getCause())
        .isInstanceOf(ValueException.class)
        .hasMessageContaining("the item cannot be bound: java.lang.NullPointerException");
    assertThat(count()).isEqualTo(0);
  }

  @Test
  void anEmptyBatchAsksForNoLock() {
    chat.transaction(
        TransactionOptions.of(TransactionMode.READ),
        () -> assertThat(insert(0, List.of())).isZero());
    chat.transaction(
        TransactionOptions.of(TransactionMode.READ),
        () -> assertThatThrownBy(() -> insert(0, List.of(1)))
            .isInstanceOf(TransactionException.class));
  }

  @Test
  void aFailedCommitNamesNoItem() {
    write(chat, "CREATE TABLE parents (id INTEGER PRIMARY KEY)");
    write(
        chat,
        "CREATE TABLE children (parent REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)");
    SqlStatement orphan = sql("INSERT INTO children VALUES (?)");
    BatchException failure = catchThrowableOfType(BatchException.class, () -> {
      Batch batch = chat.batch(orphan);
      try (batch) {
        batch.next().setInt(1, 7);
        batch.changed(batch.next().executeUpdate());
        batch.finish();
      } catch (SQLException e) {
        throw batch.failure(e);
      }
    });
    assertThat(failure.item()).isEmpty();
    assertThat(failure).hasMessageContaining("the commit failed, and nothing of the batch is left");
    assertThat(read(chat, "SELECT 1 FROM children")).isEmpty();
  }

  @Test
  void whatFailsAfterTheCommitIsNoFailureOfTheBatch() {
    assertThatThrownBy(() -> {
          Batch batch = chat.batch(INSERT);
          try (batch) {
            PreparedStatement statement = batch.next();
            statement.setInt(1, 1);
            batch.changed(statement.executeUpdate());
            chat.afterCommit(() -> {
              throw new IllegalStateException("mail");
            });
            batch.finish();
          }
        })
        .isInstanceOf(AfterCommitException.class);
    assertThat(count()).isEqualTo(1);
  }
}
