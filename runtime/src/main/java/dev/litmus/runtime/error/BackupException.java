package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * A backup could not be made. Nothing of it is left in the directory, the backups that were there are there, and the
 * database is as it was.
 */
public final class BackupException extends LitmusException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database that was to be copied
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public BackupException(
      String database, String fact, @Nullable String advice, @Nullable Throwable cause) {
    super(database, null, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_BACKUP_FAILED;
  }
}
