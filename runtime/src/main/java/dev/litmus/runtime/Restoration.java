package dev.litmus.runtime;

import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.backup.RestoredDatabase;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.DatabaseTooNewException;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.error.RestoreException;
import dev.litmus.runtime.error.RestoreException.Reason;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.internal.backup.FileSwap;
import dev.litmus.runtime.internal.backup.RefusedBackupException;
import dev.litmus.runtime.internal.backup.UnpackedBackup;
import dev.litmus.runtime.internal.connection.Deadline;
import dev.litmus.runtime.internal.connection.FileWork;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.file.FileHolders;
import dev.litmus.runtime.internal.file.FileProblem;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.InUseException;
import dev.litmus.runtime.internal.file.Incomplete;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationObserver;
import dev.litmus.runtime.internal.migration.MigrationRunner;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the content of a backup in the place of a database. All that can be refused, and the migrations that it lacks, come
 * before: beside the database, while it is used. Then the files are exchanged, which takes no time.
 */
final class Restoration {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");
  private static final long PAUSE_NANOS = 20_000_000;
  private static final String BEFORE = ".before-restore-";

  /** Makes sure that nobody uses the database, and does something then. */
  @FunctionalInterface
  interface Exchange {
    void run(FileWork swap) throws SQLException, IOException;
  }

  private final MigrationChain chain;
  private final Path live;
  private final FileSeam files;
  private final DatabaseSettings settings;
  private final Repositories repositories;
  private final ConnectionSettings connection;

  /**
   * Prepares it.
   *
   * @param live the real path of the database, which may be missing
   */
  Restoration(
      MigrationChain chain, Path live, DatabaseSettings settings, Repositories repositories) {
    ApplicationCode code = settings.with(repositories.code(chain.schema()));
    this.chain = chain;
    this.live = live;
    this.files = FileSeam.of(live);
    this.settings = settings;
    this.repositories = repositories;
    this.connection = settings.pool(code).connection();
  }

  /**
   * Does something to a file as soon as no other process uses it.
   *
   * @throws InUseException when that takes too long
   */
  static void whenFree(Duration patience, FileWork work) throws SQLException, IOException {
    Deadline deadline = Deadline.in(patience);
    while (true) {
      try {
        work.run();
        return;
      } catch (InUseException e) {
        if (deadline.isPast() || Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** Refuses what is not to be changed. */
  void requireWritable() {
    if (settings.isReadOnly()) {
      throw new DatabaseReadOnlyException(
          chain.schema(),
          null,
          "its settings say read-only, and this replaces it",
          "Use settings without readOnly",
          null);
    }
  }

  /**
   * Restores a backup.
   *
   * @param applicationId that of the database as it is, or 0 when it is not known
   * @param exchange keeps others out
   */
  RestoredDatabase restore(
      Path backup, RestoreOptions options, long applicationId, Exchange exchange) {
    requireWritable();
    Path directory = Objects.requireNonNull(live.getParent(), "a real path has a directory");
    AtomicReference<RestoredDatabase> restored = new AtomicReference<>();
    try (Incomplete incomplete = Incomplete.in(files, directory)) {
      UnpackedBackup unpacked = UnpackedBackup.into(
          incomplete.create(".sqlite"), backup.toAbsolutePath(), options.progress());
      unpacked.requireSound(connection, options.progress());
      unpacked.requireOf(chain.schema(), applicationId, connection);
      bringToVersion(unpacked);
      files.syncFile(unpacked.file());
      FileSwap swap = new FileSwap(files, live, connection, Instant.now());
      exchange.run(() -> restored.set(done(unpacked, swap.with(unpacked.file(), incomplete))));
      swap.release(patience(options));
    } catch (RefusedBackupException e) {
      throw new RestoreException(
          chain.schema(), e.reason(), "not restored, " + e.fact(), e.advice(), e.getCause());
    } catch (SQLException e) {
      afterwards(restored.get(), e, failure(e));
    } catch (IOException e) {
      afterwards(restored.get(), e, failure(e));
    }
    return Objects.requireNonNull(restored.get(), "exchanged");
  }

  /** Once the files are exchanged, it is restored, whatever else fails. */
  private void afterwards(
      @Nullable RestoredDatabase restored, Exception late, RuntimeException failure) {
    if (restored == null) {
      throw failure;
    }
    LOG.log(Level.WARNING, chain.schema() + ": restored, and not all was put away after it", late);
  }

  private Duration patience(RestoreOptions options) {
    Duration asked = options.patience();
    return asked == null ? settings.busyTimeout() : asked;
  }

  private RestoredDatabase done(UnpackedBackup unpacked, FileSwap.Before before) {
    LOG.log(
        Level.INFO,
        "{0}: restored {1} from {2}; what was there before is {3}",
        chain.schema(),
        live,
        unpacked.backup(),
        before.file() == null ? "nothing" : before.file());
    return new RestoredDatabase(live, unpacked.manifest(), before.file(), before.damaged());
  }

  /** With the settings of the database, so that it is all that these ask for; its log is empty and gone afterwards. */
  private void bringToVersion(UnpackedBackup unpacked) throws SQLException, RefusedBackupException {
    boolean migrates = repositories.declared(chain.schema()) == null
        && settings.migrations() != MigrationMode.NONE;
    try {
      if (migrates && !chain.migrations().isEmpty()) {
        unpacked.requireHistory(connection);
        checkHistory(unpacked.file());
      }
    } catch (DatabaseTooNewException e) {
      throw new RestoreException(
          chain.schema(),
          Reason.NEWER,
          "not restored, " + unpacked.backup() + " is newer than the code",
          "Start the newer program, or take an older backup",
          e);
    } catch (MigrationException e) {
      throw other(unpacked, e);
    }
    DatabaseSettings quiet =
        settings.with(builder -> builder.policy(OpenPolicy.REQUIRED).backupBeforeMigrating(null));
    try {
      new DatabaseOpener(chain, quiet, repositories).open(unpacked.file()).close();
    } catch (MigrationException e) {
      throw new RestoreException(
          chain.schema(),
          Reason.MIGRATION,
          "not restored, " + unpacked.backup() + " cannot be brought to the version of the code: "
              + e.getMessage(),
          "Start a program of the version that made the backup",
          e);
    } catch (DatabaseOpenException e) {
      throw other(unpacked, e);
    }
  }

  private RestoreException other(UnpackedBackup unpacked, Exception e) {
    return new RestoreException(
        chain.schema(),
        Reason.OTHER_DATABASE,
        "not restored, " + unpacked.backup() + " is of another database: " + e.getMessage(),
        "Take a backup of this database",
        e);
  }

  private void checkHistory(Path file) throws SQLException {
    DriverConnection unpacked = DriverConnection.openWriter(file, connection, () -> false);
    try {
      MigrationRunner.check(
          unpacked.jdbc(),
          settings.migrationContext(chain, null, connection.code(), MigrationObserver.NOBODY));
    } finally {
      unpacked.close();
    }
  }

  private RuntimeException failure(SQLException e) {
    if (Thread.currentThread().isInterrupted()) {
      return cancelled(e);
    }
    return Failures.of(new Failures.Place(chain.schema(), null, live.toString(), false, false), e);
  }

  private RuntimeException failure(IOException e) {
    if (e instanceof ClosedByInterruptException || Thread.currentThread().isInterrupted()) {
      return cancelled(e);
    }
    if (e instanceof InUseException inUse) {
      return busy(live, inUse);
    }
    return new RestoreException(
        chain.schema(),
        Reason.FILES,
        "not restored: " + FileProblem.reason(e),
        "Make room there and let this process write it",
        e);
  }

  private DatabaseBusyException busy(Path file, InUseException e) {
    return new DatabaseBusyException(
        chain.schema(),
        null,
        DatabaseBusyException.Reason.OTHER_PROCESS,
        e.holders(),
        "not restored, " + file + " is open in "
            + (e.holders().isEmpty() ? "another process" : String.join(", ", e.holders())),
        "Close it there, and restore again",
        e);
  }

  private StatementCancelledException cancelled(Exception e) {
    return new StatementCancelledException(
        chain.schema(),
        null,
        "not restored, because the thread was interrupted",
        "Let the thread end what it does",
        e);
  }

  /** Restores what the last restore has replaced. */
  RestoredDatabase undo(RestoreOptions options, long applicationId, Exchange exchange) {
    requireWritable();
    List<Path> all = previous();
    if (all.isEmpty()) {
      throw new RestoreException(
          chain.schema(),
          Reason.NO_PREVIOUS,
          "there is nothing to go back to: no `" + live.getFileName() + BEFORE + "…` is beside "
              + live,
          "Restore a backup",
          null);
    }
    refuseOthers(all.get(0));
    RestoredDatabase restored = restore(all.get(0), options, applicationId, exchange);
    try {
      // Its content is that of the database now.
      files.delete(all.get(0));
    } catch (IOException e) {
      LOG.log(Level.WARNING, chain.schema() + ": " + all.get(0) + " is not needed any more", e);
    }
    return restored;
  }

  /** Reading it would take the lock away that keeps it from them; {@link FileSwap#release} says why it is there. */
  private void refuseOthers(Path before) {
    try {
      Object key = Files.readAttributes(before, BasicFileAttributes.class).fileKey();
      List<String> others = FileHolders.othersOfReplaced(live, key);
      if (!others.isEmpty()) {
        throw busy(before, new InUseException(others, null));
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** What restoring has replaced, the newest first. */
  List<Path> previous() {
    String prefix = live.getFileName() + BEFORE;
    try (Stream<Path> entries =
        Files.list(Objects.requireNonNull(live.getParent(), "a real path has a directory"))) {
      return entries
          .filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
          .filter(files::isRegularFile)
          // Not what SQLite may have left beside one.
          .filter(file -> file.toString().endsWith("Z"))
          .sorted(Comparator.comparing(Path::toString).reversed())
          .toList();
    } catch (IOException e) {
      throw failure(e);
    }
  }
}
