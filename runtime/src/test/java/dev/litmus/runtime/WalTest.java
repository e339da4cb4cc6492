package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A result of which one row is read and that is closed then commits, but keeps SQLite from its automatic checkpoint, so
 * that the log grows without end: the runtime reads it to its end.
 */
class WalTest {

  private static final long LIMIT = 8_000_000;
  private static final SqlStatement RETURNING =
      sql("INSERT INTO anything (v) VALUES (?) RETURNING rowid");

  @TempDir
  Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void returningLeavesTheLogBounded(boolean inTransaction) throws Exception {
    int count = Soak.of(2_000, 50_000);
    long largest = 0;
    try (Databases databases = TestDatabases.open(directory, "chat")) {
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
