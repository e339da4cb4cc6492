package dev.litmus.runtime.migration;

import java.util.List;

/**
 * One migration in one direction, as it is planned or was done. Immutable.
 *
 * @param direction whether it is applied or undone
 * @param version its number
 * @param name what stands behind the number in the name of its file
 * @param file the file, as messages call it, for example {@code migrations/chat/002_search.sql}
 * @param statements the SQL in its order, as written, without semicolons
 */
public record MigrationMove(
    Direction direction, long version, String name, String file, List<String> statements) {

  /**
   * Creates a move.
   *
   * @param direction whether it is applied or undone
   * @param version its number
   * @param name what stands behind the number in the name of its file
   * @param file the file, as messages call it
   * @param statements the SQL in its order
   */
  public MigrationMove {
    statements = List.copyOf(statements);
  }

  /** Which part of a migration runs. */
  public enum Direction {
    /** The statements below {@code -- Up}; the version is applied afterwards. */
    UP,
    /** The statements below {@code -- Down}; the version is not applied any more afterwards. */
    DOWN
  }
}
