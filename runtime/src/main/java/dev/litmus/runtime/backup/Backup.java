package dev.litmus.runtime.backup;

import java.nio.file.Path;

/**
 * A backup: one file that has all of a database, or all of it compressed.
 *
 * @param file where it is
 * @param manifest what is known of it
 */
public record Backup(Path file, BackupManifest manifest) {

  /**
   * Returns whether it is compressed.
   *
   * @return true when its name ends in {@code .gz}
   */
  public boolean isCompressed() {
    return file.toString().endsWith(".gz");
  }
}
