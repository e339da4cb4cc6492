package dev.litmus.runtime.migration;

/** How far a database is to be migrated or rolled back. Immutable. */
public sealed interface MigrationTarget {

  /**
   * Returns the newest version that the code has.
   *
   * @return a target for migrating
   */
  static MigrationTarget latest() {
    return new Latest();
  }

  /**
   * Returns the state in which a version and all before it are applied, and none after it.
   *
   * @param version one of the code's, or 0 for {@link #nothing} where no file has that number
   * @return a target for migrating and for rolling back
   * @throws IllegalArgumentException when the version is negative
   */
  static MigrationTarget version(long version) {
    return new Version(version);
  }

  /**
   * Returns the state in which no migration is applied.
   *
   * @return a target for rolling back
   */
  static MigrationTarget nothing() {
    return new Nothing();
  }

  /**
   * Returns the state before the newest migrations that are applied.
   *
   * @param steps how many of them, at least 1
   * @return a target for rolling back
   * @throws IllegalArgumentException when there is no step
   */
  static MigrationTarget stepsBack(int steps) {
    return new StepsBack(steps);
  }

  /** The newest version that the code has. */
  record Latest() implements MigrationTarget {}

  /**
   * A version, all before it and none after it.
   *
   * @param version not negative
   */
  record Version(long version) implements MigrationTarget {

    /**
     * Creates the target.
     *
     * @param version not negative
     */
    public Version {
      if (version < 0) {
        throw new IllegalArgumentException("version " + version + ": there are none below 0");
      }
    }
  }

  /** No migration at all. */
  record Nothing() implements MigrationTarget {}

  /**
   * The state before the newest migrations.
   *
   * @param steps how many
   */
  record StepsBack(int steps) implements MigrationTarget {

    /**
     * Creates the target.
     *
     * @param steps at least 1
     */
    public StepsBack {
      if (steps < 1) {
        throw new IllegalArgumentException(steps + " steps back: there must be at least 1");
      }
    }
  }
}
