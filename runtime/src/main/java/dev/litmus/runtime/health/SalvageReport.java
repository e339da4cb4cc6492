package dev.litmus.runtime.health;

import java.nio.file.Path;
import java.util.List;

/**
 * What could be read of a damaged database.
 *
 * @param file the new file
 * @param tables the tables that were copied, in the order of their names
 * @param notes what is not in the new file, or not as it was, besides rows: a sentence for each
 * @param findings rows in the new file whose foreign key leads nowhere now; nothing else is wrong with it
 */
public record SalvageReport(
    Path file, List<SalvagedTable> tables, List<String> notes, List<IntegrityFinding> findings) {

  /**
   * Creates a report.
   *
   * @param file the new file
   * @param tables copied
   * @param notes copied
   * @param findings copied
   */
  public SalvageReport {
    tables = List.copyOf(tables);
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
  }

  /**
   * Returns whether everything could be read, as far as SQLite can tell: values have no checksums.
   *
   * @return true when all tables are complete, and there are no notes and no findings
   */
  public boolean isComplete() {
    return notes.isEmpty()
        && findings.isEmpty()
        && tables.stream().allMatch(SalvagedTable::complete);
  }
}
