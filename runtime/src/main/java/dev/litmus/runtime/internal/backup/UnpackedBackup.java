package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.backup.BackupManifest;
import dev.litmus.runtime.backup.BackupPhase;
import dev.litmus.runtime.backup.BackupProgress;
import dev.litmus.runtime.error.RestoreException.Reason;
import dev.litmus.runtime.health.IntegrityDepth;
import dev.litmus.runtime.health.IntegrityFinding;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.ReportedError;
import dev.litmus.runtime.internal.driver.Statements;
import dev.litmus.runtime.internal.health.IntegrityCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the database in a backup, which nobody else knows of.
 *
 * @param backup what it is from
 * @param file where it is
 * @param manifest what is known of the backup, or null
 */
public record UnpackedBackup(
    Path backup, Path file, @Nullable BackupManifest manifest) {

  private static final int NOT_A_DATABASE = 26;
  private static final int CORRUPT = 11;

  /**
   * Unpacks a backup.
   *
   * @param backup whatever is there
   * @param file an empty file
   * @throws RefusedBackupException when it is none, or not all of one
   * @throws IOException when it cannot be read, or the file not written
   */
  public static UnpackedBackup into(Path file, Path backup, BackupProgress progress)
      throws RefusedBackupException, IOException {
    return new UnpackedBackup(backup, file, Unpacking.into(file, backup, progress));
  }

  /**
   * Checks everything: pages, tables, indexes, foreign keys, and indexes for full-text search.
   *
   * @throws SQLException when something else than damage is in the way
   */
  public List<IntegrityFinding> check(ConnectionSettings settings, BackupProgress progress)
      throws SQLException {
    Interruption interruption =
        new Interruption(() -> progress.at(BackupPhase.CHECK, 0, file.toFile().length()));
    DriverConnection connection = null;
    try {
      connection = DriverConnection.openWriter(file, settings, interruption);
      List<IntegrityFinding> findings =
          new ArrayList<>(IntegrityCheck.structure(connection.jdbc(), IntegrityDepth.FULL));
      if (findings.isEmpty()) {
        findings.addAll(IntegrityCheck.searchUndone(connection.jdbc()));
      }
      return findings;
    } catch (SQLException e) {
      interruption.rethrow();
      int code = ReportedError.of(e).primaryCode();
      if (code != CORRUPT && code != NOT_A_DATABASE) {
        throw e;
      }
      return List.of(new IntegrityFinding(
          IntegrityFinding.Kind.STRUCTURE, "", ReportedError.of(e).words(), "take another backup"));
    } finally {
      if (connection != null) {
        connection.close();
      }
    }
  }

  /**
   * Refuses what is damaged. Foreign keys that lead nowhere, and indexes for search that can be built again, were in the
   * database that it is of, and are no reason to lose the rest.
   */
  public void requireSound(ConnectionSettings settings, BackupProgress progress)
      throws RefusedBackupException, SQLException {
    for (IntegrityFinding finding : check(settings, progress)) {
      if (finding.kind() == IntegrityFinding.Kind.STRUCTURE) {
        throw RefusedBackupException.broken(backup + " is damaged: " + finding.fact(), null);
      }
    }
  }

  /**
   * Refuses what is of another database.
   *
   * @param schema the schema of the database that is to be replaced
   * @param applicationId its {@code PRAGMA application_id}, or 0
   */
  public void requireOf(String schema, long applicationId, ConnectionSettings settings)
      throws RefusedBackupException, SQLException {
    if (manifest != null && !manifest.schema().equals(schema)) {
      throw other("of a database of the schema `" + manifest.schema() + "`");
    }
    long own = number(settings, "PRAGMA application_id");
    if (own != 0 && applicationId != 0 && own != applicationId) {
      throw other("of another program: its application_id is " + own + ", and that of the database "
          + applicationId);
    }
  }

  /** Refuses what Litmus has never migrated. */
  public void requireHistory(ConnectionSettings settings)
      throws RefusedBackupException, SQLException {
    if (number(settings, "SELECT count(*) FROM sqlite_schema WHERE name = '_migrations'") == 0) {
      throw other("no database that Litmus has migrated: it has no table `_migrations`");
    }
  }

  private RefusedBackupException other(String what) {
    return new RefusedBackupException(
        Reason.OTHER_DATABASE, backup + " is " + what, "Take a backup of this database", null);
  }

  private long number(ConnectionSettings settings, String sql) throws SQLException {
    DriverConnection connection = DriverConnection.openWriter(file, settings, () -> false);
    try {
      return Statements.number(connection.jdbc(), sql);
    } finally {
      connection.close();
    }
  }
}
