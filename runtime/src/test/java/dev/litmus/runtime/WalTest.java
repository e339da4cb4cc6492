package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A result of which one row is read and that is closed then commits, but keeps SQLite from its automatic checkpoint, so
 * that the log grows without end: the runtime reads it to its end.
 */
class WalTest {

  private static final long LOG = 1_000_000;
  private static final long LIMIT = 2 * LOG;
  private static final SqlStatement RETURNING =
      sql("INSERT INTO anything (v) VALUES (?) RETURNING rowid");

  private static final DatabaseSettings SMALL_LOG =
      DatabaseSettings.DEFAULT.with(s -> s.logSize(LOG));

  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void returningLeavesTheLogBounded(boolean inTransaction) throws Exception {
    int count = Soak.of(2_000, 50_000);
    long largest = 0;
    try (Databases databases = TestDatabases.open(directory, SMALL_LOG, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      for (int i = 1; i <= count; i++) {
        if (inTransaction) {
          try (Transaction transaction = chat.begin()) {
            assertThat(insert(chat)).isEqualTo(i);
            transaction.commit();
          }
        } else {
          assertThat(insert(chat)).isEqualTo(i);
        }
        if (i % 100 == 0) {
          largest = Math.max(largest, Files.size(directory.resolve("chat.sqlite-wal")));
        }
      }
      assertThat(read(chat, "SELECT count(*) FROM anything")).containsExactly(count);
    }
    System.out.printf(
        "%d times RETURNING%s: the log had at most %d bytes%n",
        count, inTransaction ? " in a transaction each" : "", largest);
    assertThat(largest).isBetween(1L, LIMIT);
  }

  /** Reads that overlap leave SQLite no moment to begin the log anew. */
  @Test
  void readsThatOverlapLeaveTheLogBounded() throws Exception {
    int writes = Soak.of(10_000, 500_000);
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong reads = new AtomicLong();
    long largest = 0;
    try (Databases databases = TestDatabases.open(directory, SMALL_LOG, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      insert(chat);
      List<Thread> readers = new ArrayList<>();
      List<Throwable> failures = new CopyOnWriteArrayList<>();
      for (int i = 0; i < 3; i++) {
        Thread reader = new Thread(() -> {
          try {
            while (!done.get()) {
              try (Transaction transaction = chat.begin(TransactionMode.READ)) {
                assertThat(read(chat, "SELECT count(*) > 0 FROM anything")).containsExactly(1);
                Thread.sleep(5);
                transaction.commit();
                reads.incrementAndGet();
              }
            }
          } catch (Throwable e) {
            failures.add(e);
          }
        });
        reader.start();
        readers.add(reader);
      }
      for (int i = 0; i < writes; i++) {
        insert(chat);
        if (i % 100 == 0) {
          largest = Math.max(largest, Files.size(directory.resolve("chat.sqlite-wal")));
        }
      }
      done.set(true);
      for (Thread reader : readers) {
        reader.join();
      }
      assertThat(failures).isEmpty();
    }
    System.out.printf(
        "%d writes beside %d reads that overlap: the log had at most %d bytes%n",
        writes, reads.get(), largest);
    assertThat(reads.get()).isPositive();
    assertThat(largest).isBetween(LOG, 6 * LOG);
  }

  /** As generated code runs it: one row read, the rest left to close. */
  private static long insert(SqliteDatabase chat) throws Exception {
    try (PreparedStatement statement = chat.write(RETURNING)) {
      statement.setBytes(1, new byte[1000]);
      var row = statement.executeQuery();
      assertThat(row.next()).isTrue();
      return row.getLong(1);
    }
  }
}
