package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.sql;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.error.TransactionException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class InMemoryTest {

  private static final String INSERT = "INSERT INTO counters (n) VALUES (?)";
  private static final String ALL = "SELECT n FROM counters ORDER BY n";

  private final Databases databases =
      TestDatabases.builder(null, "chat", "notes").open();
  private final SqliteDatabase chat = databases.get("chat");

  @TempDir
  Path directory;

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void itIsMigratedAndHasNoFile() {
    assertThat(chat.file()).isEmpty();
    assertThat(read(chat, "SELECT count(*) FROM chats")).containsExactly(0);
    assertThat(chat).hasToString("chat (in memory)");
    assertThat(Path.of(":memory:")).doesNotExist();
  }

  @Test
  void transactionsWorkAsInAFile() {
    chat.transaction(() -> {
      write(chat, INSERT, 1);
      assertThatThrownBy(() -> chat.transaction(() -> {
            write(chat, INSERT, 2);
            throw new IllegalStateException("inner");
          }))
          .hasMessage("inner");
    });
    assertThat(read(chat, ALL)).containsExactly(1);
  }

  @Test
  void aReadTransactionRefusesToWrite() throws Exception {
    try (Transaction transaction = chat.begin(TransactionMode.READ)) {
      assertThatThrownBy(() -> write(chat, INSERT, 1)).isInstanceOf(TransactionException.class);
      assertThatThrownBy(() -> read(chat, "INSERT INTO counters (n) VALUES (1) RETURNING n"))
          .hasMessageContaining("readonly");
      transaction.commit();
    }
    try (PreparedStatement statement = chat.read(sql(ALL))) {
      statement.executeQuery().next();
      assertThatThrownBy(() -> write(chat, INSERT, 1)).isInstanceOf(TransactionException.class);
    }
    write(chat, INSERT, 3);
    assertThat(read(chat, ALL)).containsExactly(3);
  }

  @Test
  void threadsTakeTurns() {
    List<CompletableFuture<Void>> threads = IntStream.range(0, 8)
        .mapToObj(n -> CompletableFuture.runAsync(() -> {
          for (int i = 0; i < 50; i++) {
            chat.transaction(() -> {
              int next = (Integer) read(chat, "SELECT count(*) FROM counters").get(0);
              write(chat, INSERT, next);
            });
          }
        }))
        .toList();
    threads.forEach(CompletableFuture::join);
    assertThat(read(chat, "SELECT count(DISTINCT n) FROM counters")).containsExactly(400);
  }

  @Test
  void itsSettingsHoldAlsoThoseThatLeaveItEmpty() {
    DatabaseSettings full =
        DatabaseSettings.DEFAULT.with(s -> s.durability(Durability.FULL).readers(7));
    try (Databases others = TestDatabases.builder(null, "chat").settings(full).open()) {
      assertThat(read(others.get("chat"), "PRAGMA synchronous")).containsExactly(2);
      assertThat(read(others.get("chat"), ALL)).isEmpty();
    }
    DatabaseSettings readOnly = full.with(s -> s.readOnly(true));
    assertThatThrownBy(
            () -> TestDatabases.builder(null, "chat").settings(readOnly).open())
        .isInstanceOf(MigrationException.class)
        .hasMessageEndingWith("Open it once with MigrationMode.APPLY, not read-only");
  }

  @Test
  void twoSetsAreTwoSets() {
    write(chat, INSERT, 1);
    try (Databases others = TestDatabases.builder(null, "chat").open()) {
      assertThat(read(others.get("chat"), ALL)).isEmpty();
    }
    assertThat(read(chat, ALL)).containsExactly(1);
  }
}
