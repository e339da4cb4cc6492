package dev.litmus.runtime.health;

import java.util.List;

/**
 * What a check of a database has found.
 *
 * @param schema the schema of the database
 * @param depth how thoroughly it was checked
 * @param findings nothing when it is sound
 */
public record IntegrityReport(
    String schema, IntegrityDepth depth, List<IntegrityFinding> findings) {

  /**
   * Creates a report.
   *
   * @param schema the schema of the database
   * @param depth how thoroughly it was checked
   * @param findings copied
   */
  public IntegrityReport {
    findings = List.copyOf(findings);
  }

  /**
   * Returns whether nothing is wrong, as far as was looked.
   *
   * @return true without findings
   */
  public boolean isSound() {
    return findings.isEmpty();
  }
}
