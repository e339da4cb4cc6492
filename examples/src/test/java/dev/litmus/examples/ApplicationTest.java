package dev.litmus.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.examples.chat.Chat;
import dev.litmus.examples.chat.ChatRepository;
import dev.litmus.examples.imagegen.ImageRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.MigrationStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");

  @TempDir
  private Path folder;

  @Test
  void aCommitWaitsForTheDiskWhereCredentialsLie() throws IOException {
    try (Databases databases = open()) {
      assertThat(synchronous(databases, "app")).isEqualTo(2);
      assertThat(synchronous(databases, "chat")).isEqualTo(1);
    }
  }

  @Test
  void aDamagedQueueDoesNotTakeTheChatsAlong() throws IOException {
    try (Databases databases = open()) {
      databases.repository(ChatRepository.class).insert(new Chat("c", "Chat", NOW, NOW));
    }
    Files.writeString(
        folder.resolve("data/imagegen.sqlite"), "This is not a database. ".repeat(500));

    try (Databases databases = open()) {
      assertThat(databases.repository(ChatRepository.class).findById("c")).isPresent();
      assertThat(databases.repository(ImageRepository.class).count()).isZero();
    }
    try (Stream<Path> files = Files.list(folder.resolve("data"))) {
      assertThat(files).anyMatch(file -> file.toString().contains("imagegen.sqlite.damaged-"));
    }
  }

  /** A file of the time before attachments: the schema of version 3, and a chat. */
  @Test
  void aChatDatabaseOfAnEarlierVersionIsMigratedOn() throws Exception {
    try (Databases databases = open()) {
      databases.repository(ChatRepository.class).insert(new Chat("c", "Chat", NOW, NOW));
    }
    makeVersion3(folder.resolve("data/chat.sqlite"));

    try (Databases databases = open()) {
      MigrationStatus status = databases.get("chat").migrations();
      assertThat(status.appliedAtOpen()).isEqualTo(2);
      assertThat(status.applied())
          .extracting(MigrationStatus.Version::version)
          .containsExactly(1L, 2L, 3L, 4L, 5L);
      assertThat(databases.repository(ChatRepository.class).findById("c")).isPresent();
    }
  }

  private static void makeVersion3(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "DROP TRIGGER branches_bd; DROP TRIGGER messages_bd; DROP TABLE tool_calls; DROP TABLE attachments;"
              + " DELETE FROM _migrations WHERE version > 3");
    }
  }

  private Databases open() throws IOException {
    return Application.open(folder.resolve("data"), folder.resolve("app.key"));
  }

  private static int synchronous(Databases databases, String schema) {
    return databases
        .get(schema)
        .sql()
        .selectOne("PRAGMA synchronous", Integer.class)
        .orElseThrow();
  }
}
