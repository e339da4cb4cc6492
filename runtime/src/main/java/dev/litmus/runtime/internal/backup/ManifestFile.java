package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.backup.BackupManifest;
import dev.litmus.runtime.internal.driver.ApplicationCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A manifest as JSON, which SQLite writes and reads. */
final class ManifestFile {

  private static final int FORMAT = 1;
  private static final int LARGEST = 1 << 24;

  private static final String TABLES =
      "CREATE TABLE versions (version INTEGER); CREATE TABLE counts (name TEXT, count INTEGER)";

  private static final String WRITE = """
      SELECT json_pretty(json_object('format', ?, 'schema', ?, 'takenAt', ?, 'bytes', ?, 'sha256', ?,
        'databaseBytes', ?, 'databaseSha256', ?, 'applicationId', ?, 'litmus', ?, 'sqlite', ?,
        'migrations', json((SELECT json_group_array(version ORDER BY version) FROM versions)),
        'rows', json((SELECT json_group_object(name, count ORDER BY name) FROM counts))))""";

  private static final String READ = """
      SELECT value ->> 'format', value ->> 'schema', value ->> 'takenAt', value ->> 'bytes', value ->> 'sha256',
        value ->> 'databaseBytes', value ->> 'databaseSha256', value ->> 'applicationId', value ->> 'litmus',
        value ->> 'sqlite' FROM (SELECT json(?) AS value)""";

  private ManifestFile() {}

  static void write(Path file, BackupManifest manifest) throws SQLException, IOException {
    try (Connection memory = ApplicationCode.NONE.openMemory(new Properties())) {
      fill(memory, manifest);
      try (PreparedStatement statement = memory.prepareStatement(WRITE)) {
        int at = 0;
        statement.setInt(++at, FORMAT);
        statement.setString(++at, manifest.schema());
        statement.setString(++at, manifest.takenAt().toString());
        statement.setLong(++at, manifest.bytes());
        statement.setString(++at, manifest.sha256());
        statement.setLong(++at, manifest.databaseBytes());
        statement.setString(++at, manifest.databaseSha256());
        statement.setLong(++at, manifest.applicationId());
        statement.setString(++at, manifest.litmus());
        statement.setString(++at, manifest.sqlite());
        try (ResultSet row = statement.executeQuery()) {
          row.next();
          Files.writeString(file, row.getString(1) + "\n");
        }
      }
    }
  }

  private static void fill(Connection memory, BackupManifest manifest) throws SQLException {
    try (Statement statement = memory.createStatement()) {
      statement.executeUpdate(TABLES);
    }
    try (PreparedStatement insert = memory.prepareStatement("INSERT INTO versions VALUES (?)")) {
      for (long version : manifest.migrations()) {
        insert.setLong(1, version);
        insert.executeUpdate();
      }
    }
    try (PreparedStatement insert = memory.prepareStatement("INSERT INTO counts VALUES (?, ?)")) {
      for (Map.Entry<String, Long> table : manifest.rows().entrySet()) {
        insert.setString(1, table.getKey());
        insert.setLong(2, table.getValue());
        insert.executeUpdate();
      }
    }
  }

  /**
   * Reads what is beside a backup.
   *
   * @return null when there is nothing
   * @throws RefusedBackupException when it is no manifest
   */
  static @Nullable BackupManifest of(Path backup) throws RefusedBackupException, IOException {
    Path file = BackupName.manifest(backup);
    try {
      if (Files.size(file) > LARGEST) {
        throw RefusedBackupException.broken("its manifest " + file + " is none", null);
      }
      return read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return null;
    } catch (SQLException | DateTimeException e) {
      throw RefusedBackupException.broken("its manifest " + file + " is damaged", e);
    }
  }

  private static BackupManifest read(String json) throws SQLException {
    try (Connection memory = ApplicationCode.NONE.openMemory(new Properties());
        PreparedStatement statement = memory.prepareStatement(READ)) {
      statement.setString(1, json);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        int at = 0;
        if (row.getInt(++at) != FORMAT) {
          throw new SQLException("a manifest of another format");
        }
        return new BackupManifest(
            text(row, ++at),
            Instant.parse(text(row, ++at)),
            row.getLong(++at),
            text(row, ++at),
            row.getLong(++at),
            text(row, ++at),
            row.getLong(++at),
            versions(memory, json),
            counts(memory, json),
            text(row, ++at),
            text(row, ++at));
      }
    }
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      throw new SQLException("something is missing in the manifest");
    }
    return text;
  }

  private static List<Long> versions(Connection memory, String json) throws SQLException {
    List<Long> versions = new ArrayList<>();
    try (PreparedStatement statement =
        memory.prepareStatement("SELECT value FROM json_each(?, '$.migrations') ORDER BY value")) {
      statement.setString(1, json);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          versions.add(row.getLong(1));
        }
      }
    }
    return versions;
  }

  private static Map<String, Long> counts(Connection memory, String json) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (PreparedStatement statement =
        memory.prepareStatement("SELECT key, value FROM json_each(?, '$.rows')")) {
      statement.setString(1, json);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          counts.put(row.getString(1), row.getLong(2));
        }
      }
    }
    return counts;
  }
}
