package dev.litmus.runtime;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.backup.BackupProgress;
import dev.litmus.runtime.backup.BackupReport;
import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.backup.RestoredDatabase;
import dev.litmus.runtime.error.BackupException;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.RestoreException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.internal.backup.BackupKeeping;
import dev.litmus.runtime.internal.backup.BackupRequest;
import dev.litmus.runtime.internal.backup.BackupWriter;
import dev.litmus.runtime.internal.connection.ConnectionPool;
import dev.litmus.runtime.internal.connection.OpenFiles;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.file.FileProblem;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.RefusedPathException;
import dev.litmus.runtime.internal.file.UsedFile;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Backups of one open database: making, finding, and restoring them while threads use it. For a database that is not open,
 * or that cannot be opened any more, there is {@link Restorer}. Safe for all threads.
 */
public final class Backups {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  private final SqliteDatabase database;
  private final MigrationChain chain;
  private final @Nullable UsedFile used;
  private final ConnectionPool pool;
  private final DatabaseSettings settings;
  private final Repositories repositories;

  Backups(
      SqliteDatabase database,
      MigrationChain chain,
      @Nullable UsedFile used,
      ConnectionPool pool,
      DatabaseSettings settings,
      Repositories repositories) {
    this.database = database;
    this.chain = chain;
    this.used = used;
    this.pool = pool;
    this.settings = settings;
    this.repositories = repositories;
  }

  /**
   * Makes a backup with {@link BackupOptions#DEFAULT}.
   *
   * @param directory where it goes; created when it is missing, for its owner alone
   * @return the backup, checked, and on the disk
   * @throws BackupException when it cannot be made; nothing of it is left
   * @throws StatementCancelledException when the thread is interrupted; nothing of it is left
   * @throws DatabaseBusyException when no reader is free in time
   * @throws DatabaseClosedException when the database is closed, before or meanwhile; nothing of it is left
   */
  public Backup create(Path directory) {
    return create(directory, BackupOptions.DEFAULT);
  }

  /**
   * Makes a backup: all that was committed at one moment, whatever others write meanwhile. Takes a time in proportion to the
   * database, one of its readers meanwhile, and about its size of room. Inside a transaction it does not have what that has
   * changed. Its name has that of the file and the time in UTC, {@code chat_2026-01-02T03-04-05-678Z.sqlite}; only what is
   * complete, was checked, read back and is on the disk has such a name. The file is for its owner alone.
   *
   * @param directory where it goes; created when it is missing, for its owner alone
   * @param options whether it is compressed, which older ones stay, and who is told how far it is
   * @return the backup
   * @throws BackupException when it cannot be made; nothing of it is left
   * @throws StatementCancelledException when the thread is interrupted; nothing of it is left
   * @throws DatabaseBusyException when no reader is free in time
   * @throws TransactionException when a checkpoint is asked for inside a transaction
   * @throws DatabaseClosedException when the database is closed, before or meanwhile; nothing of it is left
   */
  public Backup create(Path directory, BackupOptions options) {
    Path file = path("backed up");
    if (options.checkpointed()) {
      database.health().checkpoint();
    }
    BackupRequest request = new BackupRequest(
        chain.schema(),
        file,
        settings.pool(settings.with(repositories.code(chain.schema()))).connection(),
        LitmusVersion.CURRENT,
        new BackupOptions(
            options.compressed(), false, options.retention(), endingWith(options.progress())),
        Instant.now());
    @Nullable Backup[] made = new @Nullable Backup[1];
    try {
      Path checked = DatabasePath.directory(directory);
      // Holding a connection, so that closing the database waits for it.
      pool.hold(() -> made[0] = BackupWriter.write(request, checked));
    } catch (RefusedPathException e) {
      throw new BackupException(chain.schema(), String.valueOf(e.getMessage()), e.advice(), e);
    } catch (SQLException e) {
      throw failure(directory, Failures.fact(e), e);
    } catch (IOException e) {
      throw failure(directory, FileProblem.reason(e), e);
    }
    Backup backup = made[0];
    if (backup == null) {
      throw new BackupException(
          chain.schema(), "there is nothing in the database", "Migrate it first", null);
    }
    LOG.log(Level.INFO, "{0}: backup {1}", chain.schema(), backup.file());
    return backup;
  }

  /** Whoever closes the database is not kept waiting for long. */
  private BackupProgress endingWith(BackupProgress progress) {
    return (phase, done, total) -> {
      if (pool.isExpired()) {
        throw new DatabaseClosedException(
            chain.schema(), null, "the database was closed while it was backed up", null, null);
      }
      progress.at(phase, done, total);
    };
  }

  private RuntimeException failure(Path directory, String reason, Exception cause) {
    if (Thread.currentThread().isInterrupted()) {
      return new StatementCancelledException(
          chain.schema(),
          null,
          "not backed up, because the thread was interrupted",
          "Let the thread end what it does",
          cause);
    }
    return new BackupException(
        chain.schema(),
        "no backup was made in " + directory + ": " + reason,
        "Make room there and let this process write it, or choose another directory",
        cause);
  }

  private Path path(String what) {
    if (used == null) {
      throw new BackupException(
          chain.schema(), "it is in memory, and only files are " + what, "Open it as a file", null);
    }
    return used.path();
  }

  /**
   * Finds the backups of this database in a directory: those whose manifest is beside them and that have the size that it
   * says. {@link #verify} reads them.
   *
   * @param directory where they are
   * @return the newest first; none when there is no such directory
   * @throws BackupException when the directory cannot be read
   */
  public List<Backup> list(Path directory) {
    return list(directory, chain.schema(), path("backed up"));
  }

  static List<Backup> list(Path directory, String schema, Path file) {
    try {
      return new BackupKeeping(FileSeam.of(directory), directory.toAbsolutePath()).of(schema, file);
    } catch (IOException e) {
      throw new BackupException(
          schema,
          "no backups can be found: " + FileProblem.reason(e),
          "Check the path and its owner",
          e);
    }
  }

  /**
   * Looks at a backup, of whatever database: reads all of it, compares it with its manifest, and has SQLite check what is in it.
   * What is wrong with it is in the report and is never thrown. Needs about the size of the database of room, beside the backup or
   * in the directory for temporary files.
   *
   * @param backup a file that {@link #create} has made, compressed or not, or a copy of a database
   * @return what is wrong with it
   * @throws BackupException when there is no room to look at it
   * @throws StatementCancelledException when the thread is interrupted
   */
  public static BackupReport verify(Path backup) {
    return verify(backup, BackupProgress.NOBODY);
  }

  /**
   * Looks at a backup, as {@link #verify(Path)} does.
   *
   * @param backup a file that {@link #create} has made, compressed or not, or a copy of a database
   * @param progress is told how far it is
   * @return what is wrong with it
   * @throws BackupException when there is no room to look at it
   * @throws StatementCancelledException when the thread is interrupted
   */
  public static BackupReport verify(Path backup, BackupProgress progress) {
    return new BackupVerification(backup.toAbsolutePath(), progress).run();
  }

  /**
   * Restores a backup with {@link RestoreOptions#DEFAULT}.
   *
   * @param backup what {@link #create} has made, compressed or not
   * @return what was there before
   * @throws RestoreException when it is refused
   * @throws DatabaseBusyException when threads or another process use the database for too long
   * @throws DatabaseReadOnlyException when the database is read-only
   * @throws TransactionException when the thread is in a transaction, or still reads a result
   */
  public RestoredDatabase restore(Path backup) {
    return restore(backup, RestoreOptions.DEFAULT);
  }

  /**
   * Puts the content of a backup in the place of the database, which stays open: repositories, threads and settings go on with
   * the content of the backup. First, while the database is used, the backup is read, checked and brought to the version of
   * the code beside it. Then threads that are in the middle of something are waited for, others wait, the files are exchanged, and
   * all go on. What was there before is kept beside it, {@code chat.sqlite.before-restore-…}, with all that was committed, until
   * somebody deletes it. When anything fails, and when the process or the machine stops, there is the old database or the new
   * one, whole. A program without Litmus that opens the database during the exchange finds it locked until it opens it again;
   * this waits for it, up to twice the patience, while threads go on. That is known where the system tells who has a file
   * open, on Linux; elsewhere close such programs first.
   *
   * @param backup what {@link #create} has made, compressed or not; a file without a manifest is taken when its history is
   *     that of this database
   * @param options how long threads are waited for, and who is told how far it is
   * @return what was there before
   * @throws RestoreException when the backup is damaged, of another database, newer than the code, or larger than it says; the
   *     database is as it was
   * @throws DatabaseBusyException when threads use the database for too long, or another process has it open, which the message
   *     names where the system tells; the database is as it was
   * @throws DatabaseReadOnlyException when the database is read-only
   * @throws TransactionException when the thread is in a transaction, or still reads a result
   * @throws StatementCancelledException when the thread is interrupted before the files are exchanged
   */
  public RestoredDatabase restore(Path backup, RestoreOptions options) {
    return restoration().restore(backup, options, applicationId(), exchange(options));
  }

  /**
   * Goes back to what the last restore has replaced. What is there now is kept in its turn, so that a second time comes back
   * here.
   *
   * @return what was there before
   * @throws RestoreException when nothing was replaced, or as for {@link #restore}
   * @throws DatabaseBusyException as for {@link #restore}
   * @throws DatabaseReadOnlyException when the database is read-only
   * @throws TransactionException when the thread is in a transaction, or still reads a result
   */
  public RestoredDatabase undoRestore() {
    RestoreOptions options = RestoreOptions.DEFAULT;
    return restoration().undo(options, applicationId(), exchange(options));
  }

  /**
   * Finds what restoring has replaced, and nobody has deleted.
   *
   * @return files beside the database, the newest first
   */
  public List<Path> previous() {
    return restoration().previous();
  }

  private Restoration restoration() {
    return new Restoration(chain, path("restored"), settings, repositories);
  }

  private Restoration.Exchange exchange(RestoreOptions options) {
    Duration patience = options.patience() == null ? settings.busyTimeout() : options.patience();
    UsedFile file = Objects.requireNonNull(used, "of a file");
    return swap -> pool.suspend(
        patience,
        () -> Restoration.whenFree(
            patience,
            () -> file.alone(() -> {
              swap.run();
              OpenFiles.renew(file.path());
            })));
  }

  /** 0 when it has none, or cannot be read: that is why it is restored. */
  private long applicationId() {
    pool.refuseInUse();
    long[] found = {0};
    try {
      pool.inspect(connection -> found[0] = Statements.number(connection, "PRAGMA application_id"));
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, chain.schema() + ": cannot be read before it is restored", e);
    }
    return found[0];
  }
}
