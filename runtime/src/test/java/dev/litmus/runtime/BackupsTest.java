package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupManifest;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.backup.BackupPhase;
import dev.litmus.runtime.backup.BackupReport;
import dev.litmus.runtime.backup.Retention;
import dev.litmus.runtime.error.BackupException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.internal.backup.BackupRequest;
import dev.litmus.runtime.internal.backup.BackupWriter;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups of open databases: whole, of one moment, and either there or not. */
class BackupsTest {

  private static final String TABLES = """
      -- Up
      CREATE TABLE pairs (id INTEGER PRIMARY KEY, half TEXT NOT NULL);
      CREATE TABLE others (id INTEGER PRIMARY KEY, half TEXT NOT NULL);
      CREATE VIRTUAL TABLE found USING fts5(half, content='pairs', content_rowid='id');
      CREATE TRIGGER pairs_ai AFTER INSERT ON pairs BEGIN
        INSERT INTO found (rowid, half) VALUES (new.id, new.half);
      END;
      -- Down
      DROP TABLE found; DROP TABLE others; DROP TABLE pairs;
      """;

  @TempDir
  Path folder;

  private Path file;
  private Path backups;
  private SqliteDatabase database;

  @BeforeEach
  void open() throws Exception {
    file = folder.toRealPath().resolve("chat.sqlite");
    backups = folder.toRealPath().resolve("it's; a \"backup\"");
    database = open(file);
  }

  private static SqliteDatabase open(Path file) throws Exception {
    return TestDatabases.open(
        TestDatabases.chain("001_a.sql", TABLES, "007_b.sql", "-- Up\nCREATE TABLE b (x);"),
        file,
        DatabaseSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void fill(int pairs) {
    database.transaction(() -> {
      for (int i = 0; i < pairs; i++) {
        addPair();
      }
    });
  }

  private void addPair() {
    write(database, "INSERT INTO pairs (half) VALUES (hex(randomblob(50)))");
    write(database, "INSERT INTO others (half) SELECT half FROM pairs ORDER BY id DESC LIMIT 1");
  }

  private List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isTheWholeDatabaseUnderItsNameAndTheTime(boolean compressed) throws Exception {
    fill(500);
    Instant before = Instant.now();

    Backup backup = database
        .backups()
        .create(
            backups, compressed ? BackupOptions.DEFAULT.withCompression() : BackupOptions.DEFAULT);

    String name = backup.file().getFileName().toString();
    assertThat(name)
        .matches("chat_\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z\\.sqlite"
            + (compressed ? "\\.gz" : ""));
    assertThat(names(backups)).containsExactly(name, name + ".json");
    for (String each : names(backups)) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(backups.resolve(each))))
          .isEqualTo("rw-------");
    }
    BackupManifest manifest = backup.manifest();
    assertThat(manifest.schema()).isEqualTo("chat");
    assertThat(manifest.takenAt()).isBetween(before.minusMillis(1), Instant.now());
    assertThat(manifest.migrations()).containsExactly(1L, 7L);
    assertThat(manifest.version()).isEqualTo(7);
    assertThat(manifest.rows())
        .isEqualTo(Map.of("pairs", 500L, "others", 500L, "b", 0L, "_migrations", 2L));
    assertThat(manifest.bytes()).isEqualTo(Files.size(backup.file()));
    assertThat(backup.isCompressed()).isEqualTo(compressed);
    assertThat(Backups.verify(backup.file()))
        .isEqualTo(new BackupReport(backup.file(), manifest, List.of()));
    assertThat(names(backups)).hasSize(2);
    if (compressed) {
      assertThat(manifest.bytes()).isLessThan(manifest.databaseBytes());
    } else {
      assertThat(manifest.sha256()).isEqualTo(manifest.databaseSha256());
      try (SqliteDatabase copy = open(backup.file())) {
        assertThat(read(copy, "SELECT count(*) FROM pairs")).containsExactly(500);
      }
    }
  }

  @Test
  void twoAtTheSameMomentHaveTwoNames() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Backup>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(threads.submit(() -> database.backups().create(backups)));
    }
    for (Future<Backup> one : all) {
      assertThat(Backups.verify(one.get().file()).isSound()).isTrue();
    }
    threads.shutdown();

    assertThat(names(backups)).hasSize(16);
    assertThat(database.backups().list(backups)).hasSize(8);
  }

  /** What eight threads write in pairs is in the backup in pairs, and what is only in the log as well. */
  @Test
  void isOfOneMomentWhileOthersWrite() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService writers = Executors.newFixedThreadPool(8);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      running.add(writers.submit(() -> {
        while (!stop.get()) {
          database.transaction(this::addPair);
        }
      }));
    }
    long last = 0;
    for (int i = 0; i < 6; i++) {
      Backup backup = database.backups().create(backups);
      assertThat(Backups.verify(backup.file()).findings()).isEmpty();
      long pairs = backup.manifest().rows().get("pairs");
      assertThat(backup.manifest().rows().get("others")).isEqualTo(pairs);
      assertThat(pairs).isGreaterThanOrEqualTo(last);
      last = pairs;
      try (SqliteDatabase copy = open(backup.file())) {
        assertThat(read(copy, "SELECT count(*) FROM pairs JOIN others USING (id, half)"))
            .containsExactly((int) pairs);
      }
    }
    stop.set(true);
    for (Future<?> one : running) {
      one.get();
    }
    writers.shutdown();
    assertThat(last).isPositive();
  }

  @Test
  void doesNotHaveWhatIsNotCommitted() {
    fill(3);

    database.transaction(() -> {
      addPair();
      assertThat(database.backups().create(backups).manifest().rows()).containsEntry("pairs", 3L);
      assertThatThrownBy(
              () -> database.backups().create(backups, BackupOptions.DEFAULT.withCheckpoint()))
          .isInstanceOf(TransactionException.class);
    });

    assertThat(database.backups().create(backups).manifest().rows()).containsEntry("pairs", 4L);
  }

  @Test
  void aCheckpointBeforeChangesTheLogAndNotTheBackup() throws Exception {
    fill(100);
    String without = database.backups().create(backups).manifest().databaseSha256();
    Path log = file.resolveSibling("chat.sqlite-wal");
    long before = Files.size(file);
    assertThat(Files.size(log)).isPositive();

    String with = database
        .backups()
        .create(backups, BackupOptions.DEFAULT.withCheckpoint())
        .manifest()
        .databaseSha256();

    assertThat(with).isEqualTo(without);
    assertThat(Files.size(file)).isGreaterThan(before);
  }

  @ParameterizedTest
  @EnumSource(
      value = BackupPhase.class,
      names = {"COPY", "COMPRESS", "READ_BACK", "CHECK"})
  void whoeverIsToldCanEndItAndNothingIsLeft(BackupPhase at) throws Exception {
    fill(20_000);
    Backup kept = database.backups().create(backups);
    BackupOptions options =
        BackupOptions.DEFAULT.withCompression().withRetention(Retention.newest(1));

    assertThatThrownBy(() -> database
            .backups()
            .create(backups, options.withProgress((phase, done, total) -> {
              assertThat(done).isBetween(0L, total);
              if (phase == at) {
                throw new IllegalStateException("enough");
              }
            })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");

    String name = kept.file().getFileName().toString();
    assertThat(names(backups)).containsExactly(name, name + ".json");
    assertThat(database.backups().list(backups)).containsExactly(kept);
    fill(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = BackupPhase.class,
      names = {"COPY", "COMPRESS", "READ_BACK", "CHECK"})
  void anInterruptEndsItAndNothingIsLeft(BackupPhase at) throws Exception {
    fill(20_000);
    BackupOptions options = BackupOptions.DEFAULT
        .withCompression()
        .withProgress((phase, done, total) -> {
          if (phase == at) {
            Thread.currentThread().interrupt();
          }
        });

    assertThatThrownBy(() -> database.backups().create(backups, options))
        .isInstanceOf(StatementCancelledException.class)
        .hasMessageContaining("not backed up");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(names(backups)).isEmpty();
    fill(1);
  }

  @Test
  void closingTheDatabaseEndsIt() throws Exception {
    fill(20_000);
    database.close();
    database = TestDatabases.open(
        TestDatabases.chain("001_a.sql", TABLES, "007_b.sql", "-- Up\nCREATE TABLE b (x);"),
        file,
        DatabaseSettings.DEFAULT.with(
            s -> s.closeTimeout(Duration.ofMillis(50), Duration.ofSeconds(5))));
    CountDownLatch begun = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(() -> {
      try {
        database
            .backups()
            .create(backups, BackupOptions.DEFAULT.withProgress((phase, done, total) -> {
              begun.countDown();
              java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }));
      } catch (Throwable e) {
        thrown.set(e);
      }
    });
    thread.start();
    begun.await();
    database.close();
    thread.join();

    assertThat(thrown.get()).isInstanceOf(DatabaseClosedException.class);
    assertThat(names(backups)).isEmpty();
    assertThatThrownBy(() -> database.backups().create(backups))
        .isInstanceOf(DatabaseClosedException.class);
  }

  @Test
  void olderOnesGoOnceTheNewOneIsThere() throws Exception {
    BackupOptions two = BackupOptions.DEFAULT.withRetention(Retention.newest(2));
    for (int i = 0; i < 3; i++) {
      database.backups().create(backups, two);
    }
    List<Backup> kept = database.backups().list(backups);
    assertThat(kept).hasSize(2);

    Path other = Files.writeString(backups.resolve("chat_notes.sqlite"), "not ours");
    Path unknown =
        Files.copy(kept.get(1).file(), backups.resolve("chat_2020-01-01T00-00-00-000Z.sqlite"));
    try (RandomAccessFile cut = new RandomAccessFile(kept.get(1).file().toFile(), "rw")) {
      cut.setLength(4096);
    }
    database.backups().create(backups, two);
    Backup newest = database.backups().create(backups, two);

    assertThat(database.backups().list(backups)).hasSize(2).contains(newest);
    assertThat(other).exists();
    assertThat(unknown).as("without a manifest").exists();
    assertThat(kept.get(1).file()).as("not all of it").exists();
    assertThat(kept.get(0).file()).doesNotExist();
    assertThat(kept.get(0).file().resolveSibling(kept.get(0).file().getFileName() + ".json"))
        .doesNotExist();
  }

  /** By a clock that was wrong, others may be newer. */
  @Test
  void theNewOneStaysWhateverTheClockSays() throws Exception {
    BackupRequest ahead = new BackupRequest(
        "chat",
        file,
        DatabaseSettings.DEFAULT.pool(ApplicationCode.NONE).connection(),
        LitmusVersion.CURRENT,
        BackupOptions.DEFAULT,
        Instant.parse("2999-01-01T00:00:00Z"));
    BackupWriter.write(ahead, backups);

    Backup made = database
        .backups()
        .create(backups, BackupOptions.DEFAULT.withRetention(Retention.newest(1)));

    assertThat(made.file()).exists();
  }

  /** Two files of one schema may have their backups in one directory. */
  @Test
  void eachFileHasItsOwn() throws Exception {
    BackupOptions one = BackupOptions.DEFAULT.withRetention(Retention.newest(1));
    Backup first = database.backups().create(backups, one);
    try (SqliteDatabase tenant = open(folder.resolve("tenant_7.db"))) {
      Backup second = tenant.backups().create(backups, one);

      assertThat(second.file().getFileName().toString()).startsWith("tenant_7_2");
      assertThat(tenant.backups().list(backups)).containsExactly(second);
    }
    assertThat(database.backups().list(backups)).containsExactly(first);
    assertThat(database.backups().list(folder.resolve("missing"))).isEmpty();
  }

  @Test
  void aDamagedDatabaseHasNoBackup() throws Exception {
    fill(5_000);
    database.close();
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      damaged.seek(40 * 4096);
      damaged.write(new byte[4096]);
    }
    database = open(file);
    Files.createDirectories(backups);

    assertThatThrownBy(() -> database.backups().create(backups))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("malformed");
    assertThat(names(backups)).isEmpty();
  }

  @Test
  void whatIsInTheWayIsSaid() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "a file");

    assertThatThrownBy(() -> database.backups().create(taken))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("taken is not a folder");
    assertThatThrownBy(() -> database.backups().create(folder.resolve("a?b")))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("contains `?`");
    assertThatThrownBy(() -> {
          try (SqliteDatabase memory =
              TestDatabases.builder(null, "chat").open().get("chat")) {
            memory.backups().create(backups);
          }
        })
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("in memory");
  }

  /** What cannot be put away afterwards is no failure of the backup, which is there. */
  @Test
  void oneIsThereThoughOlderOnesCannotBeDeleted() throws Exception {
    Backup old = database.backups().create(backups);
    Path manifest = old.file().resolveSibling(old.file().getFileName() + ".json");
    BackupOptions one = BackupOptions.DEFAULT.withRetention(Retention.newest(1));
    try (LogRecords logged = new LogRecords()) {
      Backup made = database.backups().create(backups, one.withProgress((phase, done, total) -> {
        try {
          // A directory with something in it cannot be deleted as a file.
          if (Files.isRegularFile(manifest)) {
            Path moved = Files.move(manifest, folder.resolve("manifest"));
            Files.createDirectory(manifest);
            Files.move(moved, manifest.resolve("inside"));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }));

      assertThat(made.file()).exists();
      assertThat(logged.of(System.Logger.Level.WARNING))
          .singleElement()
          .asString()
          .contains("older");
    }
  }

  /** What a killed process has left is deleted by the next backup, and what others are writing is not. */
  @Test
  void leftoversGo() throws Exception {
    Files.createDirectories(backups);
    Path left = Files.writeString(backups.resolve(".incomplete-1.sqlite"), "half");
    Path lock = Files.writeString(backups.resolve(".incomplete-1-lock"), "");
    Files.setLastModifiedTime(
        lock, java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(3600)));
    Path young = Files.writeString(backups.resolve(".incomplete-2.sqlite"), "half");
    Files.writeString(backups.resolve(".incomplete-2-lock"), "");

    database.backups().create(backups);

    assertThat(left).doesNotExist();
    assertThat(lock).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void allDatabasesHaveOneEach() throws Exception {
    try (Databases all = TestDatabases.open(folder.resolve("all"), "chat", "notes")) {
      Map<String, Backup> made = all.backup(backups, BackupOptions.DEFAULT);

      assertThat(made.keySet()).containsExactly("chat", "notes");
      made.forEach((schema, backup) -> {
        assertThat(backup.manifest().schema()).isEqualTo(schema);
        assertThat(backup.file().getFileName().toString()).startsWith(schema + "_");
      });
    }
  }

  /** Inside of transactions in all of them, they are of the same moment. */
  @Test
  void allAreOfOneMomentWhenTheirWritersWait() throws Exception {
    try (Databases all = TestDatabases.open(folder.resolve("all"), "chat", "notes")) {
      SqliteDatabase chat = all.get("chat");
      SqliteDatabase notes = all.get("notes");
      AtomicBoolean stop = new AtomicBoolean();
      Thread writer = new Thread(() -> {
        while (!stop.get()) {
          Transactions.across(List.of(chat, notes), () -> {
            write(chat, "INSERT INTO counters VALUES (1)");
            write(notes, "INSERT INTO notes (text) VALUES ('x')");
            return true;
          });
        }
      });
      writer.start();
      for (int i = 0; i < 5; i++) {
        Map<String, Backup> made = Transactions.across(
            List.of(chat, notes), () -> all.backup(backups, BackupOptions.DEFAULT));
        assertThat(made.get("chat").manifest().rows().get("counters"))
            .isEqualTo(made.get("notes").manifest().rows().get("notes"));
      }
      stop.set(true);
      writer.join();
    }
  }

  @Test
  void oneThatFailsDoesNotTakeTheOthersAlong() throws Exception {
    Path place = folder.resolve("all");
    TestDatabases.open(place, "chat", "notes").close();
    TestDatabases.raw(
        place.resolve("chat.sqlite"),
        "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 3000)"
            + " INSERT INTO anything SELECT hex(randomblob(30)) FROM n");
    try (RandomAccessFile damaged =
        new RandomAccessFile(place.resolve("chat.sqlite").toFile(), "rw")) {
      damaged.seek(30 * 4096);
      damaged.write(new byte[4096]);
    }
    try (Databases all = TestDatabases.open(place, "chat", "notes")) {
      assertThatThrownBy(() -> all.backup(backups, BackupOptions.DEFAULT))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("`chat`: not backed up")
          .hasMessageContaining("there are backups of the others, [notes]");
      assertThat(all.get("notes").backups().list(backups)).hasSize(1);
    }
  }

  /** Wherever a byte is changed or the end is cut off, it is told, and never thrown. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyDamageToABackupIsFound(boolean compressed) throws Exception {
    fill(200);
    Backup backup = database
        .backups()
        .create(
            backups, compressed ? BackupOptions.DEFAULT.withCompression() : BackupOptions.DEFAULT);
    byte[] whole = Files.readAllBytes(backup.file());
    Random random = new Random(9);
    for (int i = 0; i < 40; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(backup.file(), changed);
      assertThat(Backups.verify(backup.file()).isSound()).isFalse();

      Files.write(backup.file(), java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
      assertThat(Backups.verify(backup.file()).isSound()).isFalse();
    }
    Path manifest = backup.file().resolveSibling(backup.file().getFileName() + ".json");
    Files.write(backup.file(), whole);
    String described = Files.readString(manifest);
    Files.writeString(manifest, described.substring(0, described.length() / 2));
    assertThat(Backups.verify(backup.file()).isSound()).isFalse();
    Files.writeString(
        manifest, described.replace(backup.manifest().databaseSha256(), "0".repeat(64)));
    assertThat(Backups.verify(backup.file()).isSound()).isFalse();
    Files.delete(manifest);
    BackupReport without = Backups.verify(backup.file());
    assertThat(without.isSound()).isTrue();
    assertThat(without.known()).isEmpty();
    assertThat(Backups.verify(folder.resolve("missing")).findings()).hasSize(1);
    assertThat(Backups.verify(folder).findings()).hasSize(1);
  }
}
