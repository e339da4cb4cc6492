package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.DatabaseUnavailableException;
import dev.litmus.runtime.error.MigrationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenPolicyTest {

  private static final DatabaseSettings OPTIONAL =
      DatabaseSettings.DEFAULT.with(s -> s.policy(OpenPolicy.OPTIONAL));
  private static final DatabaseSettings RECREATE =
      DatabaseSettings.DEFAULT.with(s -> s.policy(OpenPolicy.RECREATE));
  private static final String GARBAGE = "garbage".repeat(2000);

  @TempDir
  Path directory;

  @Test
  void anOptionalDatabaseDoesNotTakeTheOthersAlong() throws Exception {
    Files.writeString(directory.resolve("notes.sqlite"), GARBAGE);
    try (Databases databases = TestDatabases.builder(directory, "chat", "notes")
        .settings("notes", OPTIONAL)
        .open()) {
      write(databases.get("chat"), "INSERT INTO counters (n) VALUES (1)");
      assertThatThrownBy(() -> databases.get("notes"))
          .isInstanceOf(DatabaseUnavailableException.class)
          .hasMessageContaining("not an SQLite database")
          .hasCauseInstanceOf(DatabaseOpenException.class);
      assertThat(databases.schemas()).containsExactly("chat", "notes");
    }
    assertThat(directory.resolve("notes.sqlite")).hasContent(GARBAGE);
  }

  @Test
  void aDamagedFileIsSetAsideWithItsLog() throws Exception {
    Files.writeString(directory.resolve("chat.sqlite"), GARBAGE);
    Files.writeString(directory.resolve("chat.sqlite-wal"), "the log");
    try (Databases databases = TestDatabases.open(directory, RECREATE, "chat")) {
      SqliteDatabase chat = databases.get("chat");
      write(chat, "INSERT INTO counters (n) VALUES (1)");
      assertThat(read(chat, "SELECT n FROM counters")).containsExactly(1);
    }
    List<Path> aside = files(".damaged-");
    assertThat(aside).hasSize(2);
    assertThat(aside.get(0)).hasContent(GARBAGE);
    assertThat(aside.get(1).toString()).endsWith("-wal");
    assertThat(aside.get(1)).hasContent("the log");
  }

  private List<Path> files(String containing) throws Exception {
    try (var all = Files.list(directory)) {
      return all.filter(file -> file.toString().contains(containing)).sorted().toList();
    }
  }

  @Test
  void onlyDamageIsAReasonToBeginAnew() throws Exception {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      write(
          databases.get("chat"),
          "INSERT INTO _migrations (version, name, checksum) VALUES (9, 'x', '')");
    }
    assertThatThrownBy(() -> TestDatabases.open(directory, RECREATE, "chat"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("newer");
    assertThat(files(".damaged-")).isEmpty();
  }

  @Test
  void verifyingAppliesNothing() throws Exception {
    DatabaseSettings verify = DatabaseSettings.DEFAULT.with(s -> s.migrate(MigrationMode.VERIFY));
    assertThatThrownBy(() -> TestDatabases.open(directory, verify, "chat"))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("chat/001_init.sql");
    TestDatabases.open(directory, "chat").close();
    TestDatabases.open(directory, verify, "chat").close();
  }

  @Test
  void withoutMigrationsNothingIsLookedAt() {
    DatabaseSettings none = DatabaseSettings.DEFAULT.with(s -> s.migrate(MigrationMode.NONE));
    try (Databases databases = TestDatabases.open(directory, none, "chat")) {
      assertThat(read(databases.get("chat"), "SELECT name FROM sqlite_schema")).isEmpty();
    }
  }

  @Test
  void theStatusSaysWhatIsAppliedAndWhatIsPending() {
    try (Databases databases = TestDatabases.open(directory, "chat")) {
      MigrationStatus status = databases.get("chat").migrations();
      assertThat(status.appliedAtOpen()).isEqualTo(1);
      assertThat(status.pending()).isEmpty();
      assertThat(status.applied()).singleElement().satisfies(version -> {
        assertThat(version.version()).isEqualTo(1);
        assertThat(version.name()).isEqualTo("init");
        assertThat(version.appliedAt())
            .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
      });
    }
    DatabaseSettings none = DatabaseSettings.DEFAULT.with(s -> s.migrate(MigrationMode.NONE));
    try (Databases databases = TestDatabases.open(directory, none, "chat", "notes")) {
      assertThat(databases.get("chat").migrations().appliedAtOpen()).isZero();
      MigrationStatus pending = databases.get("notes").migrations();
      assertThat(pending.applied()).isEmpty();
      assertThat(pending.pending()).containsExactly(new MigrationStatus.Version(1, "init", null));
      databases.get("chat").transaction(() -> {
        assertThat(databases.get("chat").migrations().applied()).hasSize(1);
      });
    }
  }
}
