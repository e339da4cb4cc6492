package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.Watch;
import dev.litmus.runtime.internal.file.FileSeam;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a database as it is at one moment, while others write. It has a name of its own until it is complete, checked
 * and on the disk: whatever has the name of a backup is one.
 *
 * <p>Source: <a href="https://sqlite.org/lang_vacuum.html#vacuuminto">VACUUM INTO</a>.
 */
public final class DatabaseCopy {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String VERSION = "SELECT coalesce(max(version), 0) FROM main._migrations";

  private final Path file;
  private final ConnectionSettings settings;
  private final FileSeam files;
  private final Path directory;

  private DatabaseCopy(Path file, ConnectionSettings settings, FileSeam files, Path directory) {
    this.file = file;
    this.settings = settings;
    this.files = files;
    this.directory = directory;
  }

  /**
   * Copies a database into a directory, under a name with its own, its version and the time.
   *
   * @param file a real path of an existing file, without {@code ?}; connections of this process may have it open, outside
   *     of transactions
   * @param directory an absolute path without {@code ?}; created when it is missing, for the owner alone
   * @param now the time in the name
   * @return the copy; null when the database is empty, so that there is nothing to copy
   * @throws SQLException when SQLite cannot read or copy it, or the copy is damaged; nothing is left
   * @throws IOException when the file system refuses something; nothing is left
   */
  public static @Nullable Path into(
      Path directory, Path file, ConnectionSettings settings, Instant now)
      throws SQLException, IOException {
    FileSeam files = FileSeam.of(directory);
    return new DatabaseCopy(file, settings, files, files.createDirectory(directory)).run(now);
  }

  private @Nullable Path run(Instant now) throws SQLException, IOException {
    Path copy = directory.resolve(".incomplete-" + UUID.randomUUID());
    try {
      files.createFile(copy);
      if (!vacuum(copy)) {
        return null;
      }
      String name = stem() + "-" + version(copy) + "-" + TIME.format(now) + ".sqlite";
      files.syncFile(copy);
      files.moveToNew(copy, directory.resolve(name));
      files.syncDirectory(directory);
      return directory.resolve(name);
    } finally {
      files.delete(copy);
    }
  }

  private String stem() {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** False when there is nothing in the database. On a connection of its own, on which no statement is open. */
  private boolean vacuum(Path copy) throws SQLException {
    DriverConnection source = DriverConnection.openReader(file, settings, interrupt());
    try {
      if (text(source, "SELECT count(*) FROM main.sqlite_schema").equals("0")) {
        return false;
      }
      try (PreparedStatement statement = source.prepare("VACUUM INTO ?")) {
        statement.setString(1, copy.toString());
        statement.execute();
      }
      return true;
    } finally {
      source.close();
    }
  }

  /** Checks the copy and returns the version that it has, as names of backups show it. */
  private String version(Path copy) throws SQLException {
    DriverConnection found = DriverConnection.openWriter(copy, settings, interrupt());
    try {
      String verdict = text(found, "PRAGMA integrity_check(1)");
      if (!verdict.equals("ok")) {
        throw new SQLException("the copy is damaged: " + verdict);
      }
      boolean history = !text(found, "PRAGMA main.table_info(_migrations)").isEmpty();
      return "v" + (history ? text(found, VERSION) : "0");
    } finally {
      found.close();
    }
  }

  private static Watch interrupt() {
    return () -> Thread.currentThread().isInterrupted();
  }

  /** The first value, or nothing. */
  private static String text(DriverConnection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepare(sql);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }
}
