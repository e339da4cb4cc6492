package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * A database could not be brought to the version that the code was compiled against. The database is as it was before
 * the migration that failed; migrations before that one stay applied.
 */
public final class MigrationException extends LitmusException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database that was being migrated
   * @param fact what happened, with the migration's file and line where there is one, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver reported, or null
   */
  public MigrationException(
      String database, String fact, @Nullable String advice, @Nullable Throwable cause) {
    super(database, null, fact, advice, cause);
  }
}
