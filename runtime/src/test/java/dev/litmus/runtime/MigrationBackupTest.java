package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy that is made before migrations change a database. */
class MigrationBackupTest {

  private static final String ONE = "-- Up\nCREATE TABLE a (x);\n-- Down\nDROP TABLE a;";
  private static final String TWO = "-- Up\nCREATE TABLE b (x);\n-- Down\nDROP TABLE b;";

  @TempDir
  Path folder;

  private Path file;
  private Path backups;
  private DatabaseSettings settings;
  private MigrationChain one;
  private MigrationChain two;

  @BeforeEach
  void chains() throws Exception {
    file = folder.toRealPath().resolve("chat.sqlite");
    backups = folder.resolve("it's; a backup");
    settings = DatabaseSettings.DEFAULT.with(s -> s.backupBeforeMigrating(backups));
    one = TestDatabases.chain("1_a.sql", ONE);
    two = TestDatabases.chain("1_a.sql", ONE, "2_b.sql", TWO);
  }

  @Test
  void holdsWhatWasThereBefore() throws Exception {
    try (SqliteDatabase database = TestDatabases.open(one, file, settings)) {
      TestDatabases.write(database, "INSERT INTO a VALUES (1), (2), (3)");
    }
    assertThat(backups).as("a new database has nothing to lose").isEmptyDirectory();
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      // What is only in the log counts as well.
      statement.execute("PRAGMA wal_autocheckpoint = 0");
      statement.execute("INSERT INTO a VALUES (4)");
      TestDatabases.open(two, file, settings).close();
    }

    Path copy = only();
    assertThat(Backups.verify(copy).known().orElseThrow().version()).isEqualTo(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    try (SqliteDatabase old = TestDatabases.open(one, copy, DatabaseSettings.DEFAULT)) {
      assertThat(read(old, "SELECT x FROM a")).containsExactly(1, 2, 3, 4);
      assertThat(read(old, "SELECT name FROM sqlite_schema WHERE name = 'b'")).isEmpty();
    }
    Files.delete(copy);
    Files.delete(copy.resolveSibling(copy.getFileName() + ".json"));
    TestDatabases.open(two, file, settings).close();
    assertThat(backups).as("nothing was pending").isEmptyDirectory();
  }

  @Test
  void aRollbackIsPrecededByOneAsWell() throws Exception {
    TestDatabases.open(two, file, DatabaseSettings.DEFAULT).close();

    Migrator.of(two, file, settings, TestDatabases.repositories("chat"))
        .rollback(MigrationTarget.version(1));

    assertThat(Backups.verify(only()).known().orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void withoutItNothingIsMigrated() throws Exception {
    TestDatabases.open(one, file, settings).close();
    Files.deleteIfExists(backups);
    Files.writeString(backups, "a file where the directory should be");

    assertThatThrownBy(() -> TestDatabases.open(two, file, settings))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("nothing was migrated, because the backup into " + backups)
        .hasMessageContaining("failed");

    TestDatabases.open(one, file, settings).close();
  }

  /** The exception of a file system is often the name of the file alone. */
  @Test
  void whyThereIsNoneIsSaid() throws Exception {
    TestDatabases.open(one, file, DatabaseSettings.DEFAULT).close();
    Path within = Files.writeString(folder.resolve("a file"), "").resolve("backups");

    DatabaseSettings there = DatabaseSettings.DEFAULT.with(s -> s.backupBeforeMigrating(within));
    assertThatThrownBy(() -> TestDatabases.open(two, file, there))
        .hasMessageContaining(folder.toRealPath().resolve("a file") + " is not a folder");
    DatabaseSettings nowhere =
        DatabaseSettings.DEFAULT.with(s -> s.backupBeforeMigrating(Path.of("/proc/no-backup")));
    assumeThat(Path.of("/proc/self")).exists();
    assertThatThrownBy(() -> TestDatabases.open(two, file, nowhere))
        .hasMessageContaining("failed: /proc/no-backup ");
  }

  /** A copy that did not become one leaves nothing. */
  @Test
  void aDamagedDatabaseHasNoBackupAndIsNotMigrated() throws Exception {
    try (SqliteDatabase database = TestDatabases.open(one, file, settings)) {
      TestDatabases.write(
          database,
          "INSERT INTO a WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 3000)"
              + " SELECT hex(randomblob(20)) FROM n");
    }
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, 5 * 4096, 6 * 4096, (byte) 0x55);
    Files.write(file, bytes);

    assertThatThrownBy(() -> TestDatabases.open(two, file, settings))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("nothing was migrated");

    assertThat(backups).isEmptyDirectory();
    assertThat(file).hasBinaryContent(bytes);
  }

  private Path only() throws IOException {
    try (Stream<Path> entries = Files.list(backups)) {
      List<Path> all =
          entries.filter(entry -> !entry.toString().endsWith(".json")).toList();
      assertThat(all).hasSize(1);
      return all.get(0).toRealPath();
    }
  }
}
