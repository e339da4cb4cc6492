package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseFullException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.fault.Fault;
import dev.litmus.runtime.fault.FaultPoint;
import dev.litmus.runtime.fault.SimulatedCrashError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statements that fail on purpose fail as if SQLite had refused them. */
class FaultsTest {

  private static final String COUNT = "INSERT INTO counters (n) VALUES (1)";
  private static final String COUNTS = "SELECT n FROM counters";

  @TempDir
  Path directory;

  private final List<FaultPoint> asked = new ArrayList<>();
  private int failing;
  private Fault fault;
  private Databases databases;
  private SqliteDatabase chat;

  @BeforeEach
  void open() {
    DatabaseSettings settings = TestDatabases.SHORT.with(s -> s.faults(point -> {
      asked.add(point);
      return asked.size() == failing ? fault : null;
    }));
    databases = TestDatabases.open(directory, settings, "chat");
    chat = databases.get("chat");
  }

  @AfterEach
  void close() {
    databases.close();
  }

  /** The statement of this number, from now on. */
  private void fail(int number, Fault how) {
    asked.clear();
    failing = number;
    fault = how;
  }

  private List<Object> reopened() {
    databases.close();
    databases = TestDatabases.open(directory, "chat");
    return read(databases.get("chat"), COUNTS);
  }

  @Test
  void everyStatementOfATransactionIsAskedAboutAndNothingElse() {
    chat.transaction(() -> {
      write(chat, COUNT);
      chat.transaction(() -> {
        write(chat, COUNT);
      });
      assertThat(read(chat, COUNTS)).hasSize(2);
    });
    assertThatThrownBy(() -> chat.transaction(() -> {
          throw new IllegalStateException("on purpose");
        }))
        .hasMessage("on purpose");
    assertThat(asked)
        .extracting(FaultPoint::statement)
        .containsExactly(
            "BEGIN IMMEDIATE",
            "Test.run",
            "SAVEPOINT litmus_1",
            "Test.run",
            "RELEASE litmus_1",
            "Test.run",
            "COMMIT",
            "BEGIN IMMEDIATE");
    assertThat(asked).extracting(FaultPoint::schema).containsOnly("chat");
    assertThat(asked.get(1).sql()).isEqualTo(COUNT);
  }

  @Test
  void busyLeavesTheTransactionAlive() {
    fail(2, Fault.BUSY);
    chat.transaction(() -> {
      assertThatThrownBy(() -> write(chat, COUNT))
          .isInstanceOf(DatabaseBusyException.class)
          .hasMessageContaining("Test.run")
          .satisfies(e -> assertThat(((LitmusException) e).sqliteCode()).hasValue(5));
      write(chat, COUNT);
    });
    assertThat(read(chat, COUNTS)).hasSize(1);
  }

  @Test
  void busyAtTheBeginningIsRetriedWhenThatIsAskedFor() {
    fail(1, Fault.BUSY);
    chat.transaction(TransactionOptions.of(TransactionMode.IMMEDIATE).withAttempts(2), () -> {
      write(chat, COUNT);
    });
    assertThat(asked).hasSize(4);
    assertThat(read(chat, COUNTS)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "IO_ERROR"})
  void whatTheDiskRefusesEndsTheWholeTransaction(Fault each) {
    fail(3, each);
    assertThatThrownBy(() -> chat.transaction(() -> {
          write(chat, COUNT);
          assertThatThrownBy(() -> write(chat, COUNT))
              .isInstanceOfSatisfying(
                  LitmusException.class,
                  e -> assertThat(e.sqliteCode().orElse(0) & 0xff)
                      .isEqualTo(each == Fault.FULL ? 13 : 10));
          write(chat, COUNT);
        }))
        .isInstanceOf(TransactionException.class)
        .hasMessageContaining("SQLite has ended this transaction");
    assertThat(read(chat, COUNTS)).isEmpty();
  }

  @Test
  void aFullDiskOutsideATransactionUndoesTheStatementAlone() {
    write(chat, COUNT);
    fail(1, Fault.FULL);
    assertThatThrownBy(() -> write(chat, COUNT)).isInstanceOf(DatabaseFullException.class);
    assertThat(read(chat, COUNTS)).hasSize(1);
  }

  @Test
  void aFailedCommitLeavesNothing() {
    for (Fault each : List.of(Fault.BUSY, Fault.FULL, Fault.IO_ERROR)) {
      fail(3, each);
      assertThatThrownBy(() -> chat.transaction(() -> {
            write(chat, COUNT);
          }))
          .as(each.name())
          .isInstanceOf(LitmusException.class);
      assertThat(read(chat, COUNTS)).isEmpty();
    }
  }

  @Test
  void aCrashBeforeTheCommitLeavesNothing() {
    fail(3, Fault.CRASH);
    assertThatThrownBy(() -> chat.transaction(() -> {
          write(chat, COUNT);
        }))
        .isInstanceOf(SimulatedCrashError.class)
        .hasMessage(
            "the process ends here, by the plan of the test: before `COMMIT` on database `chat`");
    assertThat(reopened()).isEmpty();
  }

  @Test
  void aCrashAfterTheCommitLeavesWhatNobodyHasHeardOf() {
    List<String> heard = new ArrayList<>();
    fail(3, Fault.CRASH_AFTER);
    assertThatThrownBy(() -> chat.transaction(() -> {
          write(chat, COUNT);
          chat.afterCommit(() -> heard.add("committed"));
        }))
        .isInstanceOf(SimulatedCrashError.class)
        .satisfies(
            e -> assertThat(((SimulatedCrashError) e).point().statement()).isEqualTo("COMMIT"));
    assertThat(heard).isEmpty();
    assertThat(reopened()).hasSize(1);
  }

  @Test
  void aCrashAfterAStatementOutsideATransactionLeavesIt() {
    fail(1, Fault.CRASH_AFTER);
    assertThatThrownBy(() -> write(chat, COUNT)).isInstanceOf(SimulatedCrashError.class);
    assertThat(reopened()).hasSize(1);
  }

  @Test
  void afterACrashAtAnyPlaceTheConnectionIsGivenBack() {
    for (Fault each : List.of(Fault.CRASH, Fault.CRASH_AFTER)) {
      for (int place = 1; place <= 6; place++) {
        fail(place, each);
        assertThatThrownBy(() -> chat.transaction(() -> {
              write(chat, COUNT);
              chat.transaction(() -> {
                write(chat, COUNT);
              });
            }))
            .as(each + " at " + place)
            .isInstanceOf(SimulatedCrashError.class);
        int left = each == Fault.CRASH_AFTER && place == 6 ? 2 : 0;
        assertThat(read(chat, COUNTS)).as(each + " at " + place).hasSize(left);
      }
    }
    write(chat, "DELETE FROM counters");
    assertThat(reopened()).isEmpty();
  }

  @Test
  void workOverTwoDatabasesThatCrashesBetweenItsCommitsIsHalfDone() {
    databases.close();
    DatabaseSettings settings = TestDatabases.SHORT.with(s -> s.faults(point -> {
      asked.add(point);
      return point.schema().equals("notes") && point.sql().equals("COMMIT") ? Fault.CRASH : null;
    }));
    databases = TestDatabases.open(directory, settings, "chat", "notes");
    List<SqliteDatabase> both = List.of(databases.get("chat"), databases.get("notes"));
    assertThatThrownBy(() -> Transactions.across(both, () -> {
          write(both.get(0), COUNT);
          return write(both.get(1), "INSERT INTO notes (text) VALUES ('x')");
        }))
        .isInstanceOf(SimulatedCrashError.class);
    assertThat(read(both.get(0), COUNTS)).hasSize(1);
    assertThat(read(both.get(1), "SELECT text FROM notes")).isEmpty();
  }
}
