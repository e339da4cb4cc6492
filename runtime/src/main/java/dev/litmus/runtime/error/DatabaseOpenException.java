package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * A database could not be opened: its file is missing, is no database, is open already, or its settings do not hold.
 * Nothing stays open and an existing file is unchanged.
 */
public sealed class DatabaseOpenException extends LitmusException permits NotADatabaseException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public DatabaseOpenException(
      String database, String fact, @Nullable String advice, @Nullable Throwable cause) {
    super(database, null, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_CONNECTION_FAILED;
  }
}
