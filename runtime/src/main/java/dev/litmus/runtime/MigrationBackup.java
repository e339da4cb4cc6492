package dev.litmus.runtime;

import dev.litmus.runtime.backup.Backup;
import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.backup.BackupRequest;
import dev.litmus.runtime.internal.backup.BackupWriter;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.file.DatabasePath;
import dev.litmus.runtime.internal.file.FileProblem;
import dev.litmus.runtime.internal.migration.MigrationOptions;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The backup of a database that is made before migrations change it; without it they do not. */
record MigrationBackup(String schema, Path file, Path directory, ConnectionSettings settings)
    implements MigrationOptions.Saving {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  @Override
  public void save() {
    try {
      BackupRequest request = new BackupRequest(
          schema,
          file.toRealPath(),
          settings,
          LitmusVersion.CURRENT,
          BackupOptions.DEFAULT,
          Instant.now());
      @Nullable Backup backup = BackupWriter.write(request, DatabasePath.directory(directory));
      if (backup != null) {
        LOG.log(Level.INFO, "{0}: backup before migrating: {1}", schema, backup.file());
      }
    } catch (SQLException e) {
      throw failure(Failures.fact(e), e);
    } catch (IOException e) {
      throw failure(FileProblem.reason(e), e);
    }
  }

  private MigrationException failure(String reason, Exception cause) {
    return new MigrationException(
        schema,
        "nothing was migrated, because the backup into " + directory + " failed: " + reason,
        "Make room there and let this process write it, or choose another directory",
        cause);
  }
}
