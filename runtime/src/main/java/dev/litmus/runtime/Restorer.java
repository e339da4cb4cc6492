package dev.litmus.runtime;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.RestoreOptions;
import dev.litmus.runtime.backup.RestoredDatabase;
import dev.litmus.runtime.error.BackupException;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.RestoreException;
import dev.litmus.runtime.internal.connection.FileWork;
import dev.litmus.runtime.internal.connection.OpenFiles;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.file.FileHeader;
import dev.litmus.runtime.internal.file.FileHolders;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.InUseException;
import dev.litmus.runtime.internal.file.RefusedPathException;
import dev.litmus.runtime.internal.file.UseLock;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * Restores backups of a database that is not open in this process: because nothing runs, or because it cannot be opened any
 * more. An open one is restored by {@link Backups#restore}, while threads use it.
 *
 * <p>The same holds as there: a backup is read, checked and brought to the version of the code before anything is changed;
 * what was there before is kept beside it; and at every moment there is the old database or the new one. Immutable, safe for
 * all threads.
 */
public final class Restorer {

  private final MigrationChain chain;
  private final Path file;
  private final DatabaseSettings settings;
  private final Repositories repositories;

  private Restorer(
      MigrationChain chain, Path file, DatabaseSettings settings, Repositories repositories) {
    this.chain = chain;
    this.file = file;
    this.settings = settings;
    this.repositories = repositories;
  }

  static Restorer of(
      MigrationChain chain, Path file, DatabaseSettings settings, Repositories repositories) {
    try {
      return new Restorer(chain, DatabasePath.file(file), settings, repositories);
    } catch (RefusedPathException e) {
      throw new DatabaseOpenException(
          chain.schema(), String.valueOf(e.getMessage()), e.advice(), e);
    }
  }

  /**
   * Returns a restorer of a database whose migrations are those that are embedded beside the generated repositories that the
   * thread's context class loader sees, or that others migrate.
   *
   * @param schema what {@code @Database} names
   * @param file where the database is, or is to be
   * @param settings how it is opened
   * @return the restorer
   * @throws DatabaseOpenException when no repository was compiled against the schema
   */
  public static Restorer embedded(String schema, Path file, DatabaseSettings settings) {
    Repositories repositories = Repositories.find(schema);
    return of(repositories.chain(schema), file, settings, repositories);
  }

  /**
   * Returns a restorer of a database whose migrations are files on disk.
   *
   * @param migrations the folder that has a folder for each schema
   * @param schema the name of the folder in it
   * @param file where the database is, or is to be
   * @param settings how it is opened
   * @return the restorer; the files of the migrations are read now
   * @throws dev.litmus.runtime.error.MigrationException when there is no such folder, or a file in it is no migration
   */
  public static Restorer fromFolder(
      Path migrations, String schema, Path file, DatabaseSettings settings) {
    return of(MigrationFolders.read(migrations, schema), file, settings, Repositories.find(schema));
  }

  /**
   * Returns a restorer of a database about whose migrations nothing is known, for tools: a backup of any version is taken, and
   * not migrated.
   *
   * @param schema what the database is called in manifests of backups
   * @param file where the database is, or is to be
   * @param settings how it is opened
   * @return the restorer
   */
  public static Restorer asIs(String schema, Path file, DatabaseSettings settings) {
    Restorer known = of(AsIs.chain(schema), file, settings, Repositories.find(schema));
    return new Restorer(
        known.chain, known.file, AsIs.settings(known.file, settings), known.repositories);
  }

  /**
   * Restores a backup.
   *
   * @param backup what {@link Backups#create} has made, compressed or not; a file without a manifest is taken when its history
   *     is that of this database
   * @param options who is told how far it is
   * @return what was there before
   * @throws RestoreException when the backup is damaged, of another database, newer than the code, or larger than it says; the
   *     database is as it was
   * @throws DatabaseBusyException when another process has the database open; the database is as it was
   * @throws DatabaseOpenException when it is open in this process
   * @throws dev.litmus.runtime.error.DatabaseReadOnlyException when the settings say read-only
   */
  public RestoredDatabase restore(Path backup, RestoreOptions options) {
    Path real = real();
    return new Restoration(chain, real, settings, repositories)
        .restore(backup, options, applicationId(real), exchange(real));
  }

  /**
   * Goes back to what the last restore has replaced. What is there now is kept in its turn.
   *
   * @return what was there before
   * @throws RestoreException when nothing was replaced, or as for {@link #restore}
   * @throws DatabaseBusyException as for {@link #restore}
   * @throws DatabaseOpenException when it is open in this process
   */
  public RestoredDatabase undoRestore() {
    Path real = real();
    return new Restoration(chain, real, settings, repositories)
        .undo(RestoreOptions.DEFAULT, applicationId(real), exchange(real));
  }

  /**
   * Finds the backups of this database in a directory, as {@link Backups#list} does.
   *
   * @param directory where they are
   * @return the newest first; none when there is no such directory
   * @throws BackupException when the directory cannot be read
   */
  public List<Backup> list(Path directory) {
    return Backups.list(directory, chain.schema(), file);
  }

  /**
   * Finds what restoring has replaced, and nobody has deleted.
   *
   * @return files beside the database, the newest first
   */
  public List<Path> previous() {
    return new Restoration(chain, real(), settings, repositories).previous();
  }

  /** 0 when it has none, or is no database any more. */
  private long applicationId(Path real) {
    DatabaseOpener.claim(chain.schema(), real);
    try {
      return FileSeam.of(real).isRegularFile(real) ? FileHeader.applicationId(real) : 0;
    } catch (IOException e) {
      throw DatabaseOpener.unusable(chain.schema(), e);
    } finally {
      OpenFiles.release(real);
    }
  }

  private Restoration.Exchange exchange(Path real) {
    return swap -> {
      DatabaseOpener.claim(chain.schema(), real);
      try {
        Restoration.whenFree(settings.busyTimeout(), () -> alone(real, swap));
      } finally {
        OpenFiles.release(real);
      }
    };
  }

  private static void alone(Path real, FileWork swap) throws SQLException, IOException {
    try (UseLock alone = UseLock.take(FileSeam.of(real), real)) {
      if (alone == null) {
        throw new InUseException(FileHolders.others(real), null);
      }
      swap.run();
    }
  }

  /** The directory is created when it is missing; the database need not be there. */
  private Path real() {
    Path directory = DatabasesOpener.createDirectory(
        chain.schema(), Objects.requireNonNull(file.getParent(), "an absolute file has one"));
    Path named = directory.resolve(file.getFileName());
    try {
      return FileSeam.of(named).isRegularFile(named) ? named.toRealPath() : named;
    } catch (IOException e) {
      throw DatabaseOpener.unusable(chain.schema(), e);
    }
  }

  /** The schema and the file. */
  @Override
  public String toString() {
    return chain.schema() + " (" + file + ")";
  }
}
