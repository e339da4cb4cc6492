package dev.litmus.runtime;

import static dev.litmus.runtime.TestDatabases.read;
import static dev.litmus.runtime.TestDatabases.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.backup.RestoredDatabase;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseCorruptException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.NotADatabaseException;
import dev.litmus.runtime.error.RestoreException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Backups that become the database again: while it is used, when it is gone, and when it is damaged. */
class RestoreTest {

  private static final String ONE = """
      -- Up
      CREATE TABLE pairs (id INTEGER PRIMARY KEY, half TEXT NOT NULL);
      CREATE TABLE others (id INTEGER PRIMARY KEY, half TEXT NOT NULL);
      -- Down
      DROP TABLE others; DROP TABLE pairs;
      """;

  @TempDir
  Path folder;

  private Path file;
  private Path backups;
  private MigrationChain chain;
  private SqliteDatabase database;

  @BeforeEach
  void open() throws Exception {
    file = folder.toRealPath().resolve("chat.sqlite");
    backups = folder.toRealPath().resolve("backups");
    chain = TestDatabases.chain("001_a.sql", ONE);
    database = TestDatabases.open(chain, file, DatabaseSettings.DEFAULT);
    addPairs(10);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void addPairs(int count) {
    database.transaction(() -> {
      for (int i = 0; i < count; i++) {
        write(database, "INSERT INTO pairs (half) VALUES ('half')");
        write(database, "INSERT INTO others (half) VALUES ('half')");
      }
    });
  }

  private void reopen(DatabaseSettings settings) {
    database.close();
    database = TestDatabases.open(chain, file, settings);
  }

  private Restorer restorer() {
    return Restorer.of(chain, file, DatabaseSettings.DEFAULT, TestDatabases.repositories("chat"));
  }

  private static int pairs(SqliteDatabase database) {
    int pairs = (int) read(database, "SELECT count(*) FROM pairs").get(0);
    assertThat(read(database, "SELECT count(*) FROM others")).containsExactly(pairs);
    return pairs;
  }

  private List<String> besides() throws IOException {
    try (Stream<Path> entries = Files.list(file.getParent())) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !name.matches("(chat\\.sqlite(-wal|-shm|-lock)?|backups|process)"))
          .sorted()
          .toList();
    }
  }

  @Test
  void theDatabaseHasWhatTheBackupHasAndWhatItHadIsKept() throws Exception {
    Backup backup = database.backups().create(backups);
    addPairs(5);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    RestoredDatabase restored = database.backups().restore(backup.file());

    assertThat(pairs(database)).isEqualTo(10);
    assertThat(restored.file()).isEqualTo(file);
    assertThat(restored.manifest()).isEqualTo(backup.manifest());
    assertThat(restored.damaged()).isFalse();
    Path before = restored.previous().orElseThrow();
    assertThat(besides()).containsExactly(before.getFileName().toString());
    assertThat(before.getFileName().toString())
        .matches("chat\\.sqlite\\.before-restore-\\d{8}T\\d{6}\\.\\d{3}Z");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    addPairs(1);
    assertThat(pairs(database)).isEqualTo(11);
    assertThat(database.health().check(IntegrityDepth.FULL).isSound()).isTrue();
    reopen(DatabaseSettings.DEFAULT);
    assertThat(pairs(database)).isEqualTo(11);
  }

  @Test
  void goingBackAndForth() throws Exception {
    Backup backup = database.backups().create(backups, BackupOptions.DEFAULT.withCompression());
    addPairs(5);
    database.backups().restore(backup.file());
    addPairs(1);

    database.backups().undoRestore();
    assertThat(pairs(database)).isEqualTo(15);
    assertThat(database.backups().previous()).hasSize(1);
    database.backups().undoRestore();
    assertThat(pairs(database)).isEqualTo(11);
    assertThat(database.backups().previous()).hasSize(1);

    Files.delete(database.backups().previous().get(0));
    assertThatThrownBy(() -> database.backups().undoRestore())
        .isInstanceOf(RestoreException.class)
        .hasMessageContaining("nothing to go back to");
  }

  /** Eight threads go on: nothing fails, no pair is torn, and all that was written before is in one of two files. */
  @Test
  void threadsGoOnMeanwhile() throws Exception {
    Backup backup = database.backups().create(backups);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger(10);
    AtomicInteger reads = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      boolean writes = i % 2 == 0;
      running.add(threads.submit(() -> {
        while (!stop.get()) {
          if (writes) {
            addPairs(1);
            written.incrementAndGet();
          } else {
            database.transaction(TransactionOptions.of(TransactionMode.READ), () -> {
              pairs(database);
              reads.incrementAndGet();
            });
          }
        }
        return null;
      }));
    }
    int kept = 0;
    for (int i = 0; i < 5; i++) {
      int seen = reads.get();
      while (reads.get() < seen + 20 && running.stream().noneMatch(Future::isDone)) {
        Thread.onSpinWait();
      }
      Path before = database.backups().restore(backup.file()).previous().orElseThrow();
      try (SqliteDatabase old = TestDatabases.open(chain, before, DatabaseSettings.DEFAULT)) {
        kept += pairs(old) - 10;
      }
    }
    stop.set(true);
    for (Future<?> one : running) {
      one.get();
    }
    threads.shutdown();

    assertThat(kept + pairs(database)).isEqualTo(written.get());
    assertThat(database.health().check(IntegrityDepth.FULL).isSound()).isTrue();
  }

  @Test
  void anOlderOneIsMigrated() throws Exception {
    Backup backup = database.backups().create(backups);
    database.close();
    chain = TestDatabases.chain(
        "001_a.sql", ONE, "002_b.sql", "-- Up\nALTER TABLE pairs ADD COLUMN more TEXT;");
    database = TestDatabases.open(chain, file, DatabaseSettings.DEFAULT);
    addPairs(1);

    database.backups().restore(backup.file());

    assertThat(read(database, "SELECT count(more) + count(*) FROM pairs")).containsExactly(10);
    assertThat(read(database, "SELECT count(*) FROM _migrations")).containsExactly(2);
  }

  @Test
  void oneThatNeedsAMigrationThatFailsIsNot() throws Exception {
    Backup backup = database.backups().create(backups);
    write(database, "DELETE FROM pairs");
    write(database, "DELETE FROM others");
    database.close();
    chain = TestDatabases.chain(
        "001_a.sql", ONE, "002_b.sql", "-- Up\nCREATE UNIQUE INDEX u ON pairs (half);");
    database = TestDatabases.open(chain, file, DatabaseSettings.DEFAULT);

    assertThatThrownBy(() -> database.backups().restore(backup.file()))
        .isInstanceOfSatisfying(
            RestoreException.class,
            e -> assertThat(e.reason()).isEqualTo(RestoreException.Reason.MIGRATION))
        .hasMessageContaining("002_b.sql");

    assertThat(pairs(database)).isZero();
    assertThat(besides()).isEmpty();
  }

  @Test
  void aThreadThatUsesItCannotRestoreIt() {
    Backup backup = database.backups().create(backups);

    database.transaction(() -> {
      addPairs(1);
      assertThatThrownBy(() -> database.backups().restore(backup.file()))
          .isInstanceOf(TransactionException.class);
    });

    assertThat(pairs(database)).isEqualTo(11);
  }

  @Test
  void whoeverUsesItForTooLongIsNamed() throws Exception {
    Backup backup = database.backups().create(backups);
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch out = new CountDownLatch(1);
    Thread reader = new Thread(
        () -> database.transaction(TransactionOptions.of(TransactionMode.READ), () -> {
          pairs(database);
          in.countDown();
          while (out.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
          }
        }),
        "slow reader");
    reader.start();
    in.await();

    RestoreOptions impatient = RestoreOptions.DEFAULT.withPatience(Duration.ofMillis(100));
    assertThatThrownBy(() -> database.backups().restore(backup.file(), impatient))
        .isInstanceOfSatisfying(
            DatabaseBusyException.class, e -> assertThat(e.holders()).contains("slow reader"));

    addPairs(1);
    assertThat(pairs(database)).isEqualTo(11);
    assertThat(besides()).isEmpty();
    out.countDown();
    reader.join();
    database.backups().restore(backup.file(), impatient);
    assertThat(pairs(database)).isEqualTo(10);
  }

  @Test
  void anInterruptEndsItBeforeAnythingIsChanged() throws Exception {
    Backup backup = database.backups().create(backups);
    addPairs(1);
    RestoreOptions options = RestoreOptions.DEFAULT.withProgress(
        (phase, done, total) -> Thread.currentThread().interrupt());

    assertThatThrownBy(() -> database.backups().restore(backup.file(), options))
        .isInstanceOf(StatementCancelledException.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(pairs(database)).isEqualTo(11);
    assertThat(besides()).isEmpty();
  }

  /** SQLite tells that somebody has a WAL database open, though it does nothing with it. */
  @Test
  void anotherProcessThatHasItOpenIsNamed() throws Exception {
    reopen(TestDatabases.SHORT);
    Backup backup = database.backups().create(backups);
    addPairs(1);
    try (ChildProcess other =
        ChildProcess.start(folder.resolve("process"), HoldingChild.class, file, "wal")) {
      assertThat(other.line()).isEqualTo("open");
      assertThatThrownBy(() -> database.backups().restore(backup.file()))
          .isInstanceOf(DatabaseBusyException.class)
          .hasMessageContaining("is open in ")
          .hasMessageContaining("process ");
      assertThat(pairs(database)).isEqualTo(11);
      addPairs(1);
    }
    assertThat(besides()).isEmpty();
    database.backups().restore(backup.file());
    assertThat(pairs(database)).isEqualTo(10);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void nothingIsUndoneWhileAnotherProcessHasWhatWasReplacedOpen() throws Exception {
    Backup backup = database.backups().create(backups);
    addPairs(5);
    Path before = database.backups().restore(backup.file()).previous().orElseThrow();
    try (ChildProcess other =
        ChildProcess.start(folder.resolve("process"), HoldingChild.class, before, "wal")) {
      assertThat(other.line()).isEqualTo("open");
      assertThatThrownBy(() -> database.backups().undoRestore())
          .isInstanceOf(DatabaseBusyException.class)
          .hasMessageContaining(before + " is open in process ");
      assertThat(pairs(database)).isEqualTo(10);
      other.kill();
      assertThat(other.exitCode(10)).isEqualTo(128 + 9);
    }
    database.backups().undoRestore();
    assertThat(pairs(database)).isEqualTo(15);
  }

  /** Without WAL it does not: there the lock of Litmus does, and what the system knows. */
  @Test
  void anotherProcessIsNoticedWithoutWal() throws Exception {
    reopen(TestDatabases.SHORT.with(s -> s.wal(false)));
    Backup backup = database.backups().create(backups);
    addPairs(1);
    try (ChildProcess other =
        ChildProcess.start(folder.resolve("process"), HoldingChild.class, file, "litmus")) {
      assertThat(other.line()).isEqualTo("open");
      assertThatThrownBy(() -> database.backups().restore(backup.file()))
          .isInstanceOf(DatabaseBusyException.class);
      assertThat(pairs(database)).isEqualTo(11);
    }
    database.backups().restore(backup.file());
    assertThat(pairs(database)).isEqualTo(10);
    addPairs(1);
    assertThat(read(database, "PRAGMA journal_mode")).containsExactly("delete");
  }

  @Test
  void aFileThatIsNoDatabaseAnyMoreIsReplacedAndKept() throws Exception {
    Backup backup = database.backups().create(backups);
    database.close();
    Files.writeString(file, "this was a database once");
    Files.writeString(file.resolveSibling("chat.sqlite-wal"), "and its log");
    assertThatThrownBy(() -> TestDatabases.open(chain, file, DatabaseSettings.DEFAULT))
        .isInstanceOf(NotADatabaseException.class);

    RestoredDatabase restored = restorer().restore(backup.file(), RestoreOptions.DEFAULT);

    assertThat(restored.damaged()).isTrue();
    Path before = restored.previous().orElseThrow();
    assertThat(before).hasContent("this was a database once");
    assertThat(before.resolveSibling(before.getFileName() + "-wal")).hasContent("and its log");
    assertThat(before.getFileName().toString()).startsWith("chat.sqlite.damaged-");
    reopen(DatabaseSettings.DEFAULT);
    assertThat(pairs(database)).isEqualTo(10);
  }

  /** The log of a database that is gone would be replayed into the one that takes its place. */
  @Test
  void aMissingFileIsRestoredWithoutTheLogThatStayedBehind() throws Exception {
    Backup backup = database.backups().create(backups);
    addPairs(50);
    byte[] log = Files.readAllBytes(file.resolveSibling("chat.sqlite-wal"));
    assertThat(log).isNotEmpty();
    database.close();
    Files.delete(file);
    Files.write(file.resolveSibling("chat.sqlite-wal"), log);

    RestoredDatabase restored = restorer().restore(backup.file(), RestoreOptions.DEFAULT);

    assertThat(restored.previous()).isEmpty();
    assertThat(besides()).singleElement().asString().endsWith("-wal");
    reopen(DatabaseSettings.DEFAULT);
    assertThat(pairs(database)).isEqualTo(10);
    assertThat(database.health().check(IntegrityDepth.FULL).isSound()).isTrue();
  }

  @Test
  void aDatabaseWithADamagedPageIsRestoredWhileItIsOpen() throws Exception {
    addPairs(5000);
    Backup backup = database.backups().create(backups);
    database.close();
    try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
      damaged.seek(20 * 4096);
      damaged.write(new byte[8 * 4096]);
    }
    database = TestDatabases.open(chain, file, DatabaseSettings.DEFAULT);
    assertThatThrownBy(() -> read(database, "SELECT sum(length(half)) FROM pairs"))
        .isInstanceOf(DatabaseCorruptException.class);

    database.backups().restore(backup.file());

    assertThat(pairs(database)).isEqualTo(5010);
  }

  @Test
  void whatIsOpenHereIsNotRestoredAsIfItWereClosed() {
    Backup backup = database.backups().create(backups);

    assertThatThrownBy(() -> restorer().restore(backup.file(), RestoreOptions.DEFAULT))
        .isInstanceOf(DatabaseOpenException.class)
        .hasMessageContaining("open already");
  }

  /** Once the files are exchanged it is done, whatever fails then. */
  @Test
  void whatFailsAfterTheExchangeIsNoFailureOfIt() {
    Backup backup = database.backups().create(backups);
    addPairs(2);
    database.close();
    Restoration restoration =
        new Restoration(chain, file, DatabaseSettings.DEFAULT, TestDatabases.repositories("chat"));

    try (LogRecords logged = new LogRecords()) {
      RestoredDatabase restored =
          restoration.restore(backup.file(), RestoreOptions.DEFAULT, 0, swap -> {
            swap.run();
            throw new IOException("too late");
          });

      assertThat(restored.previous()).isPresent();
      assertThat(logged.of(System.Logger.Level.WARNING))
          .containsExactly("chat: restored, and not all was put away after it");
    }
    reopen(DatabaseSettings.DEFAULT);
    assertThat(pairs(database)).isEqualTo(10);
  }

  /** Whoever waits for another process that exchanges the file has the new one then, and not the old one with its log. */
  @Test
  void whoeverOpensItMeanwhileHasTheNewOne() throws Exception {
    assumeThat(Path.of("/proc/self/fd")).isDirectory();
    Path prepared = folder.resolve("prepared");
    database.close();
    Files.copy(file, prepared);
    reopen(DatabaseSettings.DEFAULT);
    addPairs(1);
    database.close();
    try (ChildJvm other = ChildJvm.start(
        ChildJvm.command(ChildJvm.ownDriver(), List.of(), ExchangingChild.class, file, prepared))) {
      assertThat(other.line()).isEqualTo("locked");
      Thread opening = new Thread(() -> reopen(DatabaseSettings.DEFAULT));
      opening.start();
      while (!isOpenHere(file)) {
        LockSupport.parkNanos(1_000_000);
      }
      other.goOn();
      assertThat(other.line()).isEqualTo("exchanged");
      opening.join();
    }

    assertThat(pairs(database)).isEqualTo(10);
    addPairs(2);
    reopen(DatabaseSettings.DEFAULT);
    assertThat(pairs(database)).isEqualTo(12);
  }

  private static boolean isOpenHere(Path file) throws IOException {
    try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
      return handles.anyMatch(handle -> {
        try {
          return Files.readSymbolicLink(handle).equals(file);
        } catch (IOException e) {
          return false;
        }
      });
    }
  }

  @Test
  void aClosedOneIsRestoredAndUndone() {
    Backup backup = database.backups().create(backups);
    addPairs(2);
    database.close();

    restorer().restore(backup.file(), RestoreOptions.DEFAULT);
    assertThat(restorer().previous()).hasSize(1);
    restorer().undoRestore();

    reopen(DatabaseSettings.DEFAULT);
    assertThat(pairs(database)).isEqualTo(12);
  }
}
