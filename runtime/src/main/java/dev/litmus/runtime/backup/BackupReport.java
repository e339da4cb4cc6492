package dev.litmus.runtime.backup;

import dev.litmus.runtime.health.IntegrityFinding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look at a backup has found.
 *
 * @param file the backup
 * @param manifest what is known of it; null when there is no manifest beside it, or none that can be read
 * @param findings what is wrong with it; nothing when it can be restored
 */
public record BackupReport(
    Path file, @Nullable BackupManifest manifest, List<IntegrityFinding> findings) {

  /**
   * Creates a report.
   *
   * @param file the backup
   * @param manifest what is known of it, or null
   * @param findings copied
   */
  public BackupReport {
    findings = List.copyOf(findings);
  }

  /**
   * Returns whether nothing is wrong.
   *
   * @return true without findings
   */
  public boolean isSound() {
    return findings.isEmpty();
  }

  /**
   * Returns what is known of it.
   *
   * @return empty when there is no manifest beside it, or none that can be read
   */
  public Optional<BackupManifest> known() {
    return Optional.ofNullable(manifest);
  }
}
