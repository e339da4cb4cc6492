package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.backup.BackupOptions;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What is to be backed up, and how.
 *
 * @param schema the schema of the database
 * @param file a real path of an existing file, without {@code ?}; connections of this process may have it open
 * @param settings how it is opened
 * @param litmus the version that the manifest names
 * @param options how the backup is made
 * @param now the time in its name
 */
public record BackupRequest(
    String schema,
    Path file,
    ConnectionSettings settings,
    String litmus,
    BackupOptions options,
    Instant now) {}
