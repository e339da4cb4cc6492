package dev.litmus.runtime.backup;

/**
 * Which backups of a database are kept in a directory. What one of the rules keeps is kept. Immutable.
 *
 * @param newest how many of the newest
 * @param daily of how many days, counted in UTC, the newest one
 * @param weekly of how many weeks, from Monday to Sunday in UTC, the newest one
 */
public record Retention(int newest, int daily, int weekly) {

  /** Keeps all. */
  public static final Retention ALL = new Retention(Integer.MAX_VALUE, 0, 0);

  /**
   * Creates a rule; the backup that was just made is kept by every rule.
   *
   * @param newest how many of the newest, at least 1
   * @param daily of how many days, of those that have one, the newest one
   * @param weekly of how many weeks, of those that have one, the newest one
   * @throws IllegalArgumentException when fewer would be kept than none
   */
  public Retention {
    if (newest < 1 || daily < 0 || weekly < 0) {
      throw new IllegalArgumentException("keeping " + newest + " backups, of " + daily
          + " days and " + weekly + " weeks: the newest one at least has to stay");
    }
  }

  /**
   * Returns a rule that keeps the newest ones.
   *
   * @param count how many, at least 1
   * @return the rule
   */
  public static Retention newest(int count) {
    return new Retention(count, 0, 0);
  }

  /**
   * Returns the same, and keeps the newest one of each of the last days that have one.
   *
   * @param days how many
   * @return the rule
   */
  public Retention withDaily(int days) {
    return new Retention(newest, days, weekly);
  }

  /**
   * Returns the same, and keeps the newest one of each of the last weeks that have one.
   *
   * @param weeks how many
   * @return the rule
   */
  public Retention withWeekly(int weeks) {
    return new Retention(newest, daily, weeks);
  }
}
