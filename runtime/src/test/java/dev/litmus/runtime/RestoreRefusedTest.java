package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.RestoreException;
import dev.litmus.runtime.error.RestoreException.Reason;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no backup of this database does not become this database, and the database is as it was. */
class RestoreRefusedTest {

  private static final String ONE = "-- Up\nCREATE TABLE a (x);\nPRAGMA application_id = 77;";
  private static final String TWO = "-- Up\nCREATE TABLE b (x);";

  @TempDir
  Path folder;

  private Path file;
  private Path backups;
  private SqliteDatabase database;

  @BeforeEach
  void open() throws Exception {
    file = folder.toRealPath().resolve("chat.sqlite");
    backups = folder.toRealPath().resolve("backups");
    database = open(file, "1_a.sql", ONE);
    write(database, "INSERT INTO a VALUES (1), (2)");
  }

  private static SqliteDatabase open(Path file, String... namesAndTexts) throws Exception {
    MigrationChain chain = TestDatabases.chain(namesAndTexts);
    return TestDatabases.open(chain, file, DatabaseSettings.DEFAULT);
  }

  @AfterEach
  void isAsItWas() throws Exception {
    assertThat(read(database, "SELECT x FROM a")).containsExactly(1, 2);
    write(database, "INSERT INTO a VALUES (3)");
    database.close();
    try (Stream<Path> entries = Files.list(file.getParent())) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".incomplete") || name.contains("before"));
    }
  }

  private void assertRefused(Path backup, Reason reason, String... words) {
    assertThatThrownBy(() -> database.backups().restore(backup))
        .isInstanceOfSatisfying(
            RestoreException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageStartingWith("database `chat`: not restored, ")
        .satisfies(e -> assertThat(e.getMessage()).contains(words));
  }

  private Path bytes(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  @Test
  void whatIsNoDatabase() throws Exception {
    assertRefused(folder.resolve("missing"), Reason.BROKEN, "does not exist");
    assertRefused(backups.getParent(), Reason.BROKEN, "is no file");
    assertRefused(bytes("empty", new byte[0]), Reason.BROKEN, "is empty");
    assertRefused(bytes("garbage", new byte[5000]), Reason.BROKEN, "is no SQLite database");
    assertRefused(
        bytes("garbage.gz", new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4}), Reason.BROKEN, "damaged");
  }

  @Test
  void whatIsNotAllOfOne() throws Exception {
    for (boolean compressed : new boolean[] {false, true}) {
      BackupOptions options =
          compressed ? BackupOptions.DEFAULT.withCompression() : BackupOptions.DEFAULT;
      Backup backup = database.backups().create(backups, options);
      byte[] whole = Files.readAllBytes(backup.file());
      byte[] half = Arrays.copyOf(whole, whole.length / 2);

      Files.write(backup.file(), half);
      assertRefused(backup.file(), Reason.BROKEN, "when it was made");
      assertRefused(bytes("half", half), Reason.BROKEN, compressed ? "not all of" : "is cut off");

      byte[] changed = whole.clone();
      changed[changed.length - 100] ^= 1;
      Files.write(backup.file(), changed);
      assertRefused(backup.file(), Reason.BROKEN, backup.file().toString());
    }
  }

  /** Damage that only SQLite sees, in a file that has no manifest. */
  @Test
  void whatIsDamaged() throws Exception {
    Backup backup = database.backups().create(backups);
    Path copy = Files.copy(backup.file(), folder.resolve("copy"));
    try (RandomAccessFile damaged = new RandomAccessFile(copy.toFile(), "rw")) {
      damaged.seek(4096);
      damaged.write(new byte[] {77, 77, 77});
    }

    assertRefused(copy, Reason.BROKEN, "is damaged");
  }

  /** A gigabyte of nothing, in a megabyte: it ends where the database says that it ends. */
  @Test
  void whatExpandsToMoreThanItSays() throws Exception {
    Backup backup = database.backups().create(backups);
    Path bomb = folder.resolve("bomb.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write(Files.readAllBytes(backup.file()));
      for (int i = 0; i < 1000; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    assertRefused(bomb, Reason.TOO_LARGE, "expands to more than " + Files.size(backup.file()));

    byte[] claiming = Files.readAllBytes(backup.file());
    ByteBuffer.wrap(claiming).putInt(28, Integer.MAX_VALUE);
    Path huge = folder.resolve("huge.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(huge))) {
      out.write(claiming);
    }
    assertRefused(huge, Reason.NO_ROOM, "are free in");
  }

  @Test
  void whatIsOfAnotherDatabase() throws Exception {
    try (Databases others = TestDatabases.open(folder.resolve("others"), "notes")) {
      Backup notes = others.get("notes").backups().create(backups);
      assertRefused(notes.file(), Reason.OTHER_DATABASE, "of the schema `notes`");

      Path stranger = Files.copy(notes.file(), folder.resolve("without a manifest"));
      assertRefused(stranger, Reason.OTHER_DATABASE, "of another database");
    }
    Path plain = folder.resolve("plain.sqlite");
    TestDatabases.raw(plain, "CREATE TABLE a (x)");
    assertRefused(plain, Reason.OTHER_DATABASE, "no table `_migrations`");

    Path program = Files.copy(database.backups().create(backups).file(), folder.resolve("program"));
    TestDatabases.raw(program, "PRAGMA application_id = 78");
    assertRefused(program, Reason.OTHER_DATABASE, "application_id is 78");
    database.close();
    assertThatThrownBy(() -> Restorer.asIs("chat", file, DatabaseSettings.DEFAULT)
            .restore(program, RestoreOptions.DEFAULT))
        .isInstanceOf(RestoreException.class)
        .hasMessageContaining("application_id is 78");
    database = open(file, "1_a.sql", ONE);
  }

  @Test
  void whatNewerCodeHasMigrated() throws Exception {
    Path newer = folder.resolve("newer");
    try (SqliteDatabase other = open(newer, "1_a.sql", ONE, "2_b.sql", TWO)) {
      Backup backup = other.backups().create(backups);
      assertRefused(backup.file(), Reason.NEWER, "newer than the code");
    }
  }

  @Test
  void whatWasMigratedByOtherFiles() throws Exception {
    try (SqliteDatabase other =
        open(folder.resolve("edited"), "1_a.sql", ONE + "\nCREATE TABLE c (x);")) {
      assertRefused(other.backups().create(backups).file(), Reason.OTHER_DATABASE, "was edited");
    }
  }

  /** A copy of the file alone lacks what is in the log. */
  @Test
  void theFileOfADatabaseInUse() throws Exception {
    try (SqliteDatabase other = open(folder.resolve("live"), "1_a.sql", ONE)) {
      write(other, "INSERT INTO a VALUES (9)");
      Path live = other.file().orElseThrow();
      assertRefused(live, Reason.BROKEN, "open already in this process");

      Path copy = Files.copy(live, folder.resolve("copied"));
      Files.copy(live.resolveSibling("live-wal"), folder.resolve("copied-wal"));
      assertRefused(copy, Reason.BROKEN, "copied-wal is beside it");
    }
  }

  @Test
  void intoADatabaseThatIsReadOnly() throws Exception {
    Backup backup = database.backups().create(backups);
    database.close();
    MigrationChain chain = TestDatabases.chain("1_a.sql", ONE);
    try (SqliteDatabase readOnly =
        TestDatabases.open(chain, file, DatabaseSettings.DEFAULT.with(s -> s.readOnly(true)))) {
      assertThatThrownBy(() -> readOnly.backups().restore(backup.file()))
          .isInstanceOf(DatabaseReadOnlyException.class);
      assertThat(readOnly.backups().create(backups).manifest().rows()).containsEntry("a", 2L);
    }
    database = open(file, "1_a.sql", ONE);
    assertThat(List.of(database.backups().previous())).containsExactly(List.of());
  }
}
