package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.DatabaseUnavailableException;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.error.NotADatabaseException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
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
      assertThat(databases.migrations()).containsOnlyKeys("chat");
      assertThat(databases.migrations().get("chat").isCurrent()).isTrue();
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
  void aMigrationThatFailsIsNoDamage() throws Exception {
    String[] two = {
      "1_a.sql", "CREATE TABLE m (id INTEGER PRIMARY KEY, body TEXT);", "2_f.sql", """
      CREATE VIRTUAL TABLE f USING fts5(body, content='m', content_rowid='id');
      CREATE TRIGGER d AFTER DELETE ON m BEGIN
        INSERT INTO f(f, rowid, body) VALUES ('delete', old.id, old.body);
      END;""",
    };
    Path file = directory.resolve("chat.sqlite");
    try (SqliteDatabase chat = TestDatabases.open(TestDatabases.chain(two), file, RECREATE)) {
      // Not in the index, so that deleting it there is what SQLite calls a damaged virtual table.
      write(chat, "INSERT INTO m (body) VALUES ('a'), ('b')");
    }
    MigrationChain three = TestDatabases.chain(
        two[0], two[1], two[2], two[3], "3_x.sql", "DELETE FROM m WHERE body = 'b';");
    assertThatThrownBy(() -> TestDatabases.open(three, file, RECREATE))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("rebuild the full-text index")
        .satisfies(e -> assertThat(((MigrationException) e).sqliteCode()).hasValue(267));
    assertThat(files(".damaged-")).isEmpty();
    try (SqliteDatabase chat = TestDatabases.open(TestDatabases.chain(two), file, RECREATE)) {
      assertThat(read(chat, "SELECT body FROM m")).containsExactly("a", "b");
    }
  }

  @Test
  void aSchemaThatANewerSqliteWroteIsNoDamage() throws Exception {
    Path file = directory.resolve("chat.sqlite");
    TestDatabases.raw(
        file,
        "CREATE TABLE t (x)",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE t (x) OF TOMORROW'");
    assertThatThrownBy(() -> TestDatabases.open(directory, RECREATE, "chat"))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("malformed database schema (t) - ");
    assertThat(files(".damaged-")).isEmpty();
  }

  @Test
  void aDamagedPageOfTheHistoryIsDamage() throws Exception {
    TestDatabases.open(directory, "chat").close();
    Path file = directory.resolve("chat.sqlite");
    long page;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size)"
                + " FROM sqlite_schema WHERE name = '_migrations'")) {
      page = row.getLong(1);
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, (int) page, (int) page + 100, (byte) 0x5a);
    Files.write(file, bytes);
    assertThatThrownBy(() -> TestDatabases.open(directory, "chat"))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("malformed");
    TestDatabases.open(directory, RECREATE, "chat").close();
    assertThat(files(".damaged-")).singleElement().satisfies(aside -> {
      assertThat(aside).hasBinaryContent(bytes);
    });
  }

  @Test
  void oneFileOfASchemaIsRecreatedAndNeverOptional() throws Exception {
    Path file = directory.resolve("tenant.sqlite");
    Files.writeString(file, GARBAGE);
    Repositories repositories = TestDatabases.repositories("chat");
    assertThatThrownBy(() -> SqliteDatabase.open("chat", file, OPTIONAL, repositories))
        .isInstanceOf(NotADatabaseException.class);
    SqliteDatabase.open("chat", file, RECREATE, repositories).close();
    assertThat(files(".damaged-")).hasSize(1);
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
      assertThat(pending.pending())
          .containsExactly(new MigrationStatus.Version(
              1, "init", "notes/001_init.sql", null, MigrationStatus.State.PENDING));
      databases.get("chat").transaction(() -> {
        assertThat(databases.get("chat").migrations().applied()).hasSize(1);
      });
    }
  }
}
