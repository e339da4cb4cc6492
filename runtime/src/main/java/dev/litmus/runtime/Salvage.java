package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseCorruptException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.health.SalvageReport;
import dev.litmus.runtime.internal.connection.OpenFiles;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.NativeLibrary;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.file.FileProblem;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.RefusedPathException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.salvage.Salvaging;
import dev.litmus.runtime.migration.MigrationTarget;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what can still be read of a damaged database into a new file. A backup is better: what is salvaged is what SQLite
 * takes for rows, not what there was.
 *
 * <p>The damaged file is never written, and neither is its log: both are copied first. No process should have it open. The new
 * file has its name when it is complete, checked and on the disk; what goes wrong before leaves nothing. It needs free space for
 * both.
 *
 * <p>A page that cannot be read loses its own rows; one that leads to other pages may lose all that it leads to. In tables WITHOUT
 * ROWID, rows between two such pages are lost as well. When a table cannot be read but an index has all of its columns, rows
 * come from there. Damage inside of a value goes unnoticed, because SQLite has no checksums.
 *
 * <p>Everything here throws {@link DatabaseOpenException} when the file cannot be used or copied, is open in this process, or
 * something is where the new one is to be, {@link DatabaseCorruptException} when nothing can be read,
 * {@link dev.litmus.runtime.error.DatabaseFullException} when SQLite finds the disk full, and
 * {@link StatementCancelledException} when the thread is interrupted. Safe for all threads.
 *
 * @see <a href="https://sqlite.org/recovery.html">Recovering data from a corrupt database</a>
 */
public final class Salvage {

  private static final int INTERRUPT = 9;

  private Salvage() {}

  /**
   * Reads a database whose migrations are embedded beside the generated repositories that the thread's context class loader
   * sees. The new file has the version that the damaged one has, as far as that can be read, and the latest otherwise; opening it
   * migrates it.
   *
   * @param schema what {@code @Database} names
   * @param damaged the file
   * @param into where the new one is to be
   * @return what could be read
   * @throws dev.litmus.runtime.error.MigrationException when others migrate the schema, or its migrations fail
   */
  public static SalvageReport embedded(String schema, Path damaged, Path into) {
    Repositories repositories = Repositories.find(schema);
    return of(repositories.migrations(schema), damaged, into, repositories);
  }

  /**
   * Reads a database whose migrations are files on disk, as {@link #embedded} does.
   *
   * @param migrations the folder that has a folder for each schema
   * @param schema the name of the folder in it
   * @param damaged the file
   * @param into where the new one is to be
   * @return what could be read
   * @throws dev.litmus.runtime.error.MigrationException when there is no such folder, a file in it is no migration, or one fails
   */
  public static SalvageReport fromFolder(Path migrations, String schema, Path damaged, Path into) {
    return of(MigrationFolders.read(migrations, schema), damaged, into, Repositories.find(schema));
  }

  /**
   * Reads a database of which nobody has the migrations: its tables, indexes, views and triggers are made as the damaged file
   * says. What needs functions, collations or modules of an application cannot be made, and is told.
   *
   * @param damaged the file
   * @param into where the new one is to be
   * @return what could be read
   */
  public static SalvageReport asFound(Path damaged, Path into) {
    String name = String.valueOf(damaged.getFileName());
    return run(name, damaged, into, ApplicationCode.NONE, null);
  }

  static SalvageReport of(
      MigrationChain chain, Path damaged, Path into, Repositories repositories) {
    DatabaseSettings settings = DatabaseSettings.DEFAULT.with(s -> s.wal(false));
    Salvaging.Maker maker = (file, version, notes) -> {
      boolean known =
          chain.migrations().stream().anyMatch(migration -> migration.version() == version);
      if (!known) {
        notes.add(
            version < 0
                ? "which migrations were applied cannot be read: the new file has them all"
                : "the migration " + version
                    + " that was applied last is not known: the new file has all that are");
      }
      Migrator.of(chain, file, settings, repositories)
          .migrate(known ? MigrationTarget.version(version) : MigrationTarget.latest());
    };
    return run(chain.schema(), damaged, into, repositories.code(chain.schema()), maker);
  }

  private static SalvageReport run(
      String name, Path damaged, Path into, ApplicationCode code, Salvaging.@Nullable Maker maker) {
    ConnectionSettings settings = DatabaseSettings.DEFAULT
        .with(s -> s.wal(false).foreignKeys(false))
        .pool(code)
        .connection();
    try {
      Path target = target(name, into);
      FileSeam.of(damaged).requireRegularFile(damaged);
      Path source = DatabasePath.file(damaged).toRealPath();
      NativeLibrary.load();
      DatabaseOpener.claim(name, source);
      try {
        SalvageReport report = Salvaging.run(source, target, settings, maker);
        if (report == null) {
          throw new DatabaseCorruptException(
              name, null, "nothing of " + damaged + " can be read", "Restore a backup", null);
        }
        return report;
      } finally {
        OpenFiles.release(source);
      }
    } catch (RefusedPathException e) {
      throw new DatabaseOpenException(name, String.valueOf(e.getMessage()), e.advice(), e);
    } catch (ClosedByInterruptException e) {
      throw interrupted(name, e);
    } catch (IOException e) {
      throw new DatabaseOpenException(
          name, "cannot salvage " + damaged + ": " + FileProblem.reason(e), null, e);
    } catch (SQLException e) {
      if (Failures.primaryCode(e) == INTERRUPT) {
        throw interrupted(name, e);
      }
      throw Failures.of(new Failures.Place(name, null, into.toString(), false, false), e);
    }
  }

  private static StatementCancelledException interrupted(String name, Exception cause) {
    return new StatementCancelledException(
        name,
        null,
        "ended, because the thread was interrupted",
        "Let the thread end what it does",
        cause);
  }

  /** Where the new file is to be: nothing may be there, also not the log of a file that is gone. */
  private static Path target(String name, Path into) throws RefusedPathException, IOException {
    Path file = DatabasePath.file(into);
    Path folder = Objects.requireNonNull(file.getParent(), "an absolute file has one");
    for (String suffix : List.of("", "-wal", "-journal")) {
      Path there = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
        throw new DatabaseOpenException(
            name, there + " is there already", "Choose a name that nothing has", null);
      }
    }
    return FileSeam.of(file).createDirectory(folder).resolve(file.getFileName());
  }
}
