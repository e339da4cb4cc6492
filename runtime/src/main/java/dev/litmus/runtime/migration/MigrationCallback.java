package dev.litmus.runtime.migration;

/**
 * Converts data between two versions where SQL cannot: called inside the transaction of a migration, after its statements
 * and before foreign keys are checked. Whatever it throws rolls the whole migration back.
 *
 * <p>It runs when a database that is there goes over that version, and also when a new one does. It does not run while
 * compiling, so it may change rows and not the schema; nor when the migration is undone.
 */
@FunctionalInterface
public interface MigrationCallback {

  /**
   * Converts what is there.
   *
   * @param sql runs statements in the migration's transaction; of no use once this method has returned
   * @throws Exception when that cannot be done; nothing of the migration is applied then
   */
  void convert(MigrationSql sql) throws Exception;
}
