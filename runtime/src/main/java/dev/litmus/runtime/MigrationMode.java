package dev.litmus.runtime;

/**
 * What opening a database does with the migrations that were embedded when the repositories were compiled. Where there are
 * none, because others migrate the database, {@link #APPLY} and {@link #VERIFY} both compare it with the script that the
 * repositories were compiled against, and change nothing.
 */
public enum MigrationMode {
  /** Applies those that are pending. */
  APPLY,
  /**
   * Applies nothing, and refuses to open a database that is not at the version of the code, which it then leaves as it
   * is: a file that is missing is not created.
   */
  VERIFY,
  /** Does not look: for tools that open a database of any version. */
  NONE
}
