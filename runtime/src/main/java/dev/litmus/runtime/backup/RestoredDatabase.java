package dev.litmus.runtime.backup;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a restored database has replaced.
 *
 * @param file the database, which has the content of the backup now
 * @param manifest what is known of the backup; null when there was no manifest beside it
 * @param before the database as it was before, to go back to or to delete; null when there was none
 * @param damaged whether what was there before is no database that can be opened
 */
public record RestoredDatabase(
    Path file, @Nullable BackupManifest manifest, @Nullable Path before, boolean damaged) {

  /**
   * Returns the database as it was before.
   *
   * @return a file beside it, which nothing deletes; empty when there was none
   */
  public Optional<Path> previous() {
    return Optional.ofNullable(before);
  }
}
