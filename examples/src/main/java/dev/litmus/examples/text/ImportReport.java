package dev.litmus.examples.text;

/**
 * What an import did, in messages.
 *
 * @param added new ones
 * @param changed those whose text is another now
 * @param removed those whose text is gone from the file
 * @param unchanged those that were there already, exactly so
 */
public record ImportReport(int added, int changed, int removed, int unchanged) {

  static final ImportReport NOTHING = new ImportReport(0, 0, 0, 0);

  ImportReport plus(ImportReport other) {
    return new ImportReport(
        added + other.added,
        changed + other.changed,
        removed + other.removed,
        unchanged + other.unchanged);
  }

  /** Returns how many messages the files have. */
  public int messages() {
    return added + changed + unchanged;
  }

  /** Tells whether the database had to be written to. */
  public boolean isChange() {
    return added + changed + removed > 0;
  }
}
