package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.TransactionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two databases on one thread. */
@Timeout(30)
class TransactionsTest {

  private static final String COUNT = "INSERT INTO counters (n) VALUES (1)";
  private static final String NOTE = "INSERT INTO notes (text) VALUES ('x')";
  private static final String COUNTS = "SELECT n FROM counters";
  private static final String NOTES = "SELECT text FROM notes";

  @TempDir
  Path directory;

  private Databases databases;
  private SqliteDatabase chat;
  private SqliteDatabase notes;

  @BeforeEach
  void open() {
    databases = TestDatabases.open(directory, "chat", "notes");
    chat = databases.get("chat");
    notes = databases.get("notes");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void aWriteInsideAnotherDatabasesTransactionIsRefused() {
    chat.transaction(() -> {
      assertThatThrownBy(() -> notes.transaction(() -> {}))
          .isInstanceOf(TransactionException.class)
          .hasMessageContaining("database `notes`")
          .hasMessageContaining("writing in database `chat`")
          .hasMessageContaining("Transactions.across");
      assertThatThrownBy(() -> write(notes, NOTE)).isInstanceOf(TransactionException.class);
      assertThat(read(notes, NOTES)).isEmpty();
      write(chat, COUNT);
    });
    assertThat(read(chat, COUNTS)).containsExactly(1);
    write(notes, NOTE);
  }

  @Test
  void aReadTransactionIsNotInTheWay() {
    try (Transaction reading = chat.begin(TransactionMode.READ)) {
      write(notes, NOTE);
      reading.commit();
    }
    assertThat(read(notes, NOTES)).containsExactly("x");
  }

  @Test
  void aTransactionThatWasForgottenInAClosedDatabaseIsNotInTheWay() {
    Transaction forgotten = chat.begin();
    chat.close();
    write(notes, NOTE);
    Transactions.across(List.of(notes), () -> write(notes, NOTE));
    assertThat(read(notes, NOTES)).hasSize(2);
    assertThatThrownBy(forgotten::commit).isInstanceOf(DatabaseClosedException.class);
    forgotten.close();
    write(notes, NOTE);
  }

  @Test
  void workAcrossIsCommittedInBoth() {
    List<String> after = new ArrayList<>();
    int result = Transactions.across(List.of(notes, chat), () -> {
      write(chat, COUNT);
      write(notes, NOTE);
      chat.afterCommit(() -> after.add("chat sees notes: " + read(notes, NOTES)));
      notes.transaction(() -> write(notes, NOTE));
      return 5;
    });
    assertThat(result).isEqualTo(5);
    assertThat(after).containsExactly("chat sees notes: [x, x]");
    assertThat(read(chat, COUNTS)).containsExactly(1);
    assertThat(read(notes, NOTES)).hasSize(2);
  }

  @Test
  void workAcrossThatFailsIsRolledBackInBoth() {
    assertThatThrownBy(() -> Transactions.across(List.of(chat, notes), () -> {
          write(chat, COUNT);
          write(notes, NOTE);
          throw new IllegalStateException("work");
        }))
        .hasMessage("work");
    assertThat(read(chat, COUNTS)).isEmpty();
    assertThat(read(notes, NOTES)).isEmpty();
    write(chat, COUNT);
    write(notes, NOTE);
  }

  @Test
  void threadsThatNameThemInOppositeOrderDoNotWaitForEachOther() {
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (List<SqliteDatabase> order : List.of(List.of(chat, notes), List.of(notes, chat))) {
      threads.add(CompletableFuture.runAsync(() -> {
        for (int i = 0; i < 100; i++) {
          Transactions.across(order, () -> write(chat, COUNT) + write(notes, NOTE));
        }
      }));
    }
    threads.forEach(CompletableFuture::join);
    assertThat(read(chat, "SELECT count(*) FROM counters")).containsExactly(200);
    assertThat(read(notes, "SELECT count(*) FROM notes")).containsExactly(200);
  }

  @Test
  void itMustBeTheOutermost() {
    chat.transaction(() -> {
      assertThatThrownBy(() -> Transactions.across(List.of(chat, notes), () -> 1))
          .isInstanceOf(TransactionException.class)
          .hasMessageContaining("already");
    });
    assertThatThrownBy(() -> Transactions.across(List.of(), () -> 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void insideOfTransactionsInAllOfThemTheyAreSavepoints() {
    try (JointTransaction all = Transactions.begin(List.of(chat, notes))) {
      write(chat, COUNT);
      Transactions.across(List.of(notes, chat), () -> {
        write(chat, COUNT);
        return write(notes, NOTE);
      });
      assertThatThrownBy(() -> Transactions.across(List.of(notes, chat), () -> {
            write(notes, NOTE);
            throw new IllegalStateException("on purpose");
          }))
          .hasMessage("on purpose");
      all.commit();
    }
    assertThat(read(chat, COUNTS)).hasSize(2);
    assertThat(read(notes, NOTES)).hasSize(1);
  }

  @Test
  void whatIsBegunAndNotCommittedIsRolledBackInBoth() {
    JointTransaction all = Transactions.begin(List.of(chat, notes));
    write(chat, COUNT);
    write(notes, NOTE);
    all.close();
    assertThat(read(chat, COUNTS)).isEmpty();
    assertThat(read(notes, NOTES)).isEmpty();
    Transactions.across(List.of(chat, notes), () -> write(chat, COUNT));
    assertThat(read(chat, COUNTS)).hasSize(1);
  }

  @Test
  void whenTheSecondCannotBeginTheFirstIsGivenBack() throws Exception {
    databases.close();
    databases = TestDatabases.open(directory, TestDatabases.SHORT, "chat", "notes");
    SqliteDatabase first = databases.get("chat");
    SqliteDatabase second = databases.get("notes");
    Transaction held = second.begin();
    CompletableFuture<Throwable> other = CompletableFuture.supplyAsync(() -> {
      try {
        return Transactions.across(List.of(first, second), () -> new Throwable("ran"));
      } catch (DatabaseBusyException e) {
        return e;
      }
    });
    assertThat(other.get()).isInstanceOf(DatabaseBusyException.class);
    held.close();
    write(first, COUNT);
  }
}
