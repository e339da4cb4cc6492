package dev.litmus.runtime.backup;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a backup, in a file beside it whose name is that of the backup and {@code .json}.
 *
 * @param schema the schema of the database
 * @param takenAt the time in its name, in whole milliseconds; the content is that of a moment shortly after
 * @param bytes the size of the file as it is stored
 * @param sha256 of the file as it is stored, 64 hexadecimal digits
 * @param databaseBytes the size of the database in it, which is another one when it is compressed
 * @param databaseSha256 of the database in it, 64 hexadecimal digits
 * @param applicationId the database's {@code PRAGMA application_id}, 0 when it has none
 * @param migrations the versions that the database had, in ascending order; none when Litmus had not migrated it
 * @param rows how many rows each table had, without those that SQLite keeps for virtual tables
 * @param litmus the version of Litmus that made it
 * @param sqlite the version of SQLite that made it
 */
public record BackupManifest(
    String schema,
    Instant takenAt,
    long bytes,
    String sha256,
    long databaseBytes,
    String databaseSha256,
    long applicationId,
    List<Long> migrations,
    Map<String, Long> rows,
    String litmus,
    String sqlite) {

  /**
   * Creates a manifest.
   *
   * @param schema the schema of the database
   * @param takenAt the time in its name
   * @param bytes the size of the file as it is stored
   * @param sha256 of the file as it is stored
   * @param databaseBytes the size of the database in it
   * @param databaseSha256 of the database in it
   * @param applicationId the database's {@code PRAGMA application_id}
   * @param migrations copied
   * @param rows copied, in their order
   * @param litmus the version of Litmus that made it
   * @param sqlite the version of SQLite that made it
   */
  public BackupManifest {
    migrations = List.copyOf(migrations);
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /**
   * Returns the version that the database had.
   *
   * @return that of its last migration; 0 for none
   */
  public long version() {
    return migrations.isEmpty() ? 0 : migrations.get(migrations.size() - 1);
  }
}
