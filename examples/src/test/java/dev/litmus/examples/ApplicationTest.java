package dev.litmus.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.examples.app.CredentialRepository;
import dev.litmus.examples.app.Secret;
import dev.litmus.examples.app.SettingRepository;
import dev.litmus.examples.chat.Chat;
import dev.litmus.examples.chat.ChatRepository;
import dev.litmus.examples.imagegen.ImageRepository;
import dev.litmus.runtime.Databases;
import dev.litmus.runtime.MigrationStatus;
import dev.litmus.runtime.error.DatabaseUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
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
      assertThatThrownBy(() -> databases.repository(ImageRepository.class))
          .isInstanceOf(DatabaseUnavailableException.class);
    }
    // The pictures in it may still be saved: nobody has moved or replaced it.
    assertThat(folder.resolve("data/imagegen.sqlite"))
        .content()
        .startsWith("This is not a database.");
  }

  /** Otherwise the next start would take the key for lost. */
  @Test
  void withoutAFirstKeyNoDatabaseIsMade() throws IOException {
    Path noFolder = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Application.open(folder.resolve("data"), noFolder.resolve("app.key")))
        .isInstanceOf(IOException.class);

    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void aLostKeyCostsTheSecretsAlone() throws IOException {
    Secret secret = new Secret("sk");
    Path key = folder.resolve("app.key");
    try (Databases databases = open()) {
      databases.repository(ChatRepository.class).insert(new Chat("c", "Chat", NOW, NOW));
      databases.repository(SettingRepository.class).put("theme", "dark", NOW);
      databases
          .repository(CredentialRepository.class)
          .save(UUID.randomUUID(), "models.example", "ann", secret, NOW);
    }
    Path elsewhere = Files.move(key, folder.resolve("elsewhere.key"));

    try (Databases databases = open()) {
      assertThat(databases.repository(ChatRepository.class).findById("c")).isPresent();
      assertThat(databases.repository(SettingRepository.class).text("theme")).contains("dark");
      CredentialRepository credentials = databases.repository(CredentialRepository.class);
      assertThat(credentials.accounts("models.example")).containsExactly("ann");
      assertThatThrownBy(() -> credentials.find("models.example", "ann"))
          .hasStackTraceContaining("the key in " + key + " is lost");
      assertThatThrownBy(
              () -> credentials.save(UUID.randomUUID(), "models.example", "bob", secret, NOW))
          .hasStackTraceContaining("the key in " + key + " is lost");
    }

    Files.move(elsewhere, key);
    try (Databases databases = open()) {
      assertThat(databases.repository(CredentialRepository.class).use("models.example", "ann", NOW))
          .contains(secret);
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
