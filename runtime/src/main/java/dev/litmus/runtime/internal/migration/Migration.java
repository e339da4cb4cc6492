package dev.litmus.runtime.internal.migration;

import java.util.List;

/**
 * A verified migration.
 *
 * @param version the number before the first underscore of the file's name, never negative
 * @param first the first version that it stands for: a lower one when it squashes others, else its own
 * @param name what stands between that underscore and {@code .sql}
 * @param location the file, as messages call it
 * @param up what applies it
 * @param undoing what undoes it
 * @param checksum SHA-256 in hexadecimal over the tokens of {@code up}
 */
public record Migration(
    long version,
    long first,
    String name,
    String location,
    List<MigrationStatement> up,
    Undoing undoing,
    String checksum) {

  public Migration {
    up = List.copyOf(up);
  }

  /** The statements that undo it; empty when there are none. */
  public List<MigrationStatement> down() {
    return undoing instanceof Undoing.Statements down ? down.statements() : List.of();
  }

  /** Whether it stands for older versions besides its own. */
  boolean isSquash() {
    return first < version;
  }

  /** Whether it stands for an older version. */
  boolean squashes(long older) {
    return first <= older && older < version;
  }

  /** Whether it was applied under this name, with these statements. */
  boolean isAsIn(MigrationHistory.Entry entry) {
    return name.equals(entry.name()) && checksum.equals(entry.checksum());
  }

  /** Whether applying the other one is the same, wherever its file lies. */
  boolean isSame(Migration other) {
    return version == other.version && name.equals(other.name) && checksum.equals(other.checksum);
  }
}
