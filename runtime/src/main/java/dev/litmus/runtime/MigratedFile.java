package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.internal.connection.FileLook;
import dev.litmus.runtime.internal.connection.OpenFiles;
import dev.litmus.runtime.internal.connection.Preparation;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import dev.litmus.runtime.internal.driver.NativeLibrary;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.RefusedPathException;
import dev.litmus.runtime.internal.file.UseLock;
import dev.litmus.runtime.internal.migration.MigrationChain;
import dev.litmus.runtime.internal.migration.MigrationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The file of a database that this process has not open, for one look or one change at a time. */
final class MigratedFile {

  /** Work on a connection that yields something. */
  @FunctionalInterface
  interface Change<T> {
    T run(Connection connection) throws SQLException;
  }

  private final MigrationChain chain;
  private final Path file;
  private final DatabaseSettings settings;
  private final Repositories repositories;
  private final ApplicationCode code;

  private MigratedFile(
      MigrationChain chain, Path file, DatabaseSettings settings, Repositories repositories) {
    this.chain = chain;
    this.file = file;
    this.settings = settings;
    this.repositories = repositories;
    this.code = settings.with(repositories.code(chain.schema()));
  }

  static MigratedFile of(
      MigrationChain chain, Path file, DatabaseSettings settings, Repositories repositories) {
    try {
      DatabaseSettings own =
          settings.with(s -> s.policy(OpenPolicy.REQUIRED).migrate(MigrationMode.APPLY));
      return new MigratedFile(chain, DatabasePath.file(file), own, repositories);
    } catch (RefusedPathException e) {
      throw new DatabaseOpenException(
          chain.schema(), String.valueOf(e.getMessage()), e.advice(), e);
    }
  }

  Path file() {
    return file;
  }

  MigrationContext context() {
    return settings.migrationContext(
        chain, file, code, new MigrationLog(chain.schema(), settings.listeners()));
  }

  /** Reads the file and changes none; a missing one is looked at as an empty database. */
  void look(Preparation.Work look) {
    try {
      NativeLibrary.load();
      if (!isAbsent()) {
        lookAtFile(look);
        return;
      }
      try (Connection empty = code.openMemory(new Properties())) {
        look.run(empty);
      }
    } catch (SQLException e) {
      throw Failures.ofOpen(chain.schema(), file.toString(), e);
    }
  }

  /**
   * Tells whether nothing is there, and a database could be. In a directory that may not be read, a file neither exists nor does
   * it not; where a file stands in the place of a directory, since JDK 20 it does not.
   */
  private boolean isAbsent() {
    if (!Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Path around = file.getParent();
    while (around != null && Files.notExists(around, LinkOption.NOFOLLOW_LINKS)) {
      around = around.getParent();
    }
    return around == null || Files.isDirectory(around);
  }

  private void lookAtFile(Preparation.Work look) throws SQLException {
    FileSeam files = FileSeam.of(file);
    try {
      files.requireRegularFile(file);
      Path real = file.toRealPath();
      DatabaseOpener.claim(chain.schema(), real);
      try (UseLock lock = shared(files, real)) {
        Objects.requireNonNull(lock, "waited for");
        DatabaseOpener.checkHeader(real);
        FileLook.at(real, settings.pool(code), look);
      } finally {
        OpenFiles.release(real);
      }
    } catch (IOException e) {
      throw DatabaseOpener.unusable(chain.schema(), e);
    }
  }

  private UseLock shared(FileSeam files, Path real) throws IOException {
    LockPatience patience = new LockPatience(chain.schema(), real, settings.busyTimeout());
    @Nullable UseLock lock = UseLock.shareIfThere(files, real);
    while (lock == null) {
      patience.pause();
      lock = UseLock.shareIfThere(files, real);
    }
    return lock;
  }

  /** Opens the file, which is created when it is missing, as for use; does the change and closes it. */
  <T> T change(Preparation.Work check, Change<T> change) {
    if (settings.isReadOnly()) {
      throw new DatabaseReadOnlyException(
          chain.schema(),
          null,
          "its settings say read-only, and this changes it",
          "Use settings without readOnly",
          null);
    }
    AtomicReference<T> result = new AtomicReference<>();
    Preparation preparation =
        new Preparation(check, connection -> result.set(change.run(connection)));
    Path directory = DatabasesOpener.createDirectory(
        chain.schema(), Objects.requireNonNull(file.getParent(), "an absolute file has one"));
    new DatabaseOpener(chain, settings, repositories, preparation)
        .open(directory.resolve(file.getFileName()))
        .close();
    return Objects.requireNonNull(result.get(), "opening has done the change");
  }

  /** The same, and refuses a missing file. */
  <T> T changeExisting(Preparation.Work check, Change<T> change) {
    if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new DatabaseOpenException(
          chain.schema(), file + " does not exist", "Check the path", null);
    }
    return change(check, change);
  }
}
