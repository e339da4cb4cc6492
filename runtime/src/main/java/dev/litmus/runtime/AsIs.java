package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.internal.connection.OpenFiles;
import dev.litmus.runtime.internal.file.FileHeader;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A database about whose schema nothing is known, and nothing is changed. */
final class AsIs {

  private AsIs() {}

  static MigrationChain chain(String schema) {
    return new MigrationChain(schema, List.of());
  }

  /**
   * The same settings, that leave the file as it is. Of a file that is open in this process, nobody may look at the header:
   * opening it is refused anyway.
   */
  static DatabaseSettings settings(Path file, DatabaseSettings wanted) {
    boolean wal = OpenFiles.isOpen(file) || isWal(file);
    return wanted.with(builder ->
        builder.policy(OpenPolicy.REQUIRED).migrate(MigrationMode.NONE).wal(wal));
  }

  /** Also for what is no database: a new one will be one. */
  private static boolean isWal(Path file) {
    try {
      return !FileSeam.of(file).isRegularFile(file)
          || !FileHeader.isDatabase(file)
          || FileHeader.isWal(file);
    } catch (IOException e) {
      // Opening it says why.
      return true;
    }
  }

  static SqliteDatabase open(String schema, Path file, DatabaseSettings wanted) {
    try {
      FileSeam.of(file).requireRegularFile(file);
    } catch (NoSuchFileException e) {
      throw new DatabaseOpenException(schema, file + " does not exist", "Check the path", e);
    } catch (IOException e) {
      throw DatabaseOpener.unusable(schema, e);
    }
    return new DatabaseOpener(chain(schema), settings(file, wanted), Repositories.find(schema))
        .open(file);
  }
}
