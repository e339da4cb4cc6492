package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.error.ValueException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams live inside a transaction, and nothing of them outlives it. */
class RowStreamTest {

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, "chat");
    chat = databases.get("chat");
    for (int n = 0; n < 10; n++) {
      write(chat, "INSERT INTO counters (n) VALUES (?)", n);
    }
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private Stream<Integer> numbers(int least) {
    RowStream<Integer> rows = chat.stream(
        sql("SELECT n FROM counters WHERE n >= ? ORDER BY n"), row -> Columns.getInteger(row, 1));
    try {
      rows.statement().setInt(1, least);
      return rows.open();
    } catch (SQLException e) {
      throw rows.failure(e);
    }
  }

  private <T> T inRead(TransactionWork<T, RuntimeException> work) {
    return chat.transaction(TransactionOptions.of(TransactionMode.READ), work);
  }

  @Test
  void rowsComeInOrder() {
    assertThat(inRead(() -> numbers(7).toList())).containsExactly(7, 8, 9);
    assertThat(inRead(() -> numbers(0).parallel().mapToInt(n -> n).sum())).isEqualTo(45);
  }

  @Test
  void outsideATransactionThereIsNone() {
    assertThatThrownBy(() -> numbers(0))
        .isInstanceOf(TransactionException.class)
        .hasMessageContaining("Test.run: this thread is in no transaction")
        .hasMessageContaining("Open and read the stream inside `transaction`");
  }

  @Test
  void theEndOfTheTransactionClosesIt() {
    Iterator<Integer> open = inRead(() -> {
      Iterator<Integer> rows = numbers(0).iterator();
      assertThat(rows.next()).isZero();
      return rows;
    });
    assertThatThrownBy(open::next)
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("closed");
    // The snapshot is gone with it: the thread sees what was written since.
    write(chat, "INSERT INTO counters (n) VALUES (10)");
    assertThat(read(chat, "SELECT count(*) FROM counters")).containsExactly(11);
  }

  @Test
  void aRolledBackSavepointClosesItsOwn() {
    chat.transaction(() -> {
      Iterator<Integer> outer = numbers(0).iterator();
      outer.next();
      assertThatThrownBy(() -> chat.transaction(() -> {
            numbers(5).iterator().next();
            write(chat, "INSERT INTO counters (n) VALUES (10)");
            throw new IllegalStateException("mine");
          }))
          .hasMessage("mine");
      assertThat(outer.next()).isEqualTo(1);
      write(chat, "INSERT INTO counters (n) VALUES (11)");
    });
    assertThat(read(chat, "SELECT max(n) FROM counters")).containsExactly(11);
  }

  @Test
  void anInnerTransactionLeftOpenIsClosedWithTheOuter() {
    Transaction outer = chat.begin();
    Transaction inner = chat.begin();
    numbers(0).iterator().next();
    outer.close();
    inner.close();
    assertThat(databases.get("chat").transaction(() -> read(chat, "SELECT 1"))).containsExactly(1);
    chat.transaction(() -> write(chat, "DELETE FROM counters"));
  }

  @Test
  void closingItEarlyGivesTheStatementBack() {
    inRead(() -> {
      try (Stream<Integer> rows = numbers(0)) {
        assertThat(rows.limit(2).toList()).containsExactly(0, 1);
      }
      Stream<Integer> twice = numbers(3);
      twice.close();
      twice.close();
      assertThat(numbers(8).toList()).containsExactly(8, 9);
      return 0;
    });
  }

  @Test
  void failuresAreTyped() {
    RowReader<Object> refusing = row -> Columns.requireBoolean(row, 1);
    inRead(() -> {
      RowStream<Object> rows = chat.stream(sql("SELECT n FROM counters ORDER BY n DESC"), refusing);
      assertThatThrownBy(() -> rows.open().toList()).isInstanceOf(ValueException.class);
      assertThat(numbers(9).toList()).containsExactly(9);
      return 0;
    });
    assertThatThrownBy(() -> inRead(() -> chat.stream(sql("SELECT * FROM nowhere"), refusing)))
        .isInstanceOf(StatementException.class);
  }
}
