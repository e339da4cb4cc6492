package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/** A backup was not restored. The database is as it was. */
public final class RestoreException extends LitmusException {

  /** Why it was not. */
  public enum Reason {
    /** It is no backup, or not all of one, or damaged. */
    BROKEN,
    /** It is of another database, or of another version of the migrations' files. */
    OTHER_DATABASE,
    /** Newer code has migrated the database that it is of. */
    NEWER,
    /** A migration that it lacks fails on it, or may not be applied. */
    MIGRATION,
    /** It expands to more than it says. */
    TOO_LARGE,
    /** There is no room for what is in it. */
    NO_ROOM,
    /** There is nothing to go back to. */
    NO_PREVIOUS,
    /** The file system refused something. */
    FILES
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * Creates the exception.
   *
   * @param database the database that was to be restored
   * @param reason why it was not
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public RestoreException(
      String database,
      Reason reason,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, null, fact, advice, cause);
    this.reason = reason;
  }

  /**
   * Returns why it was not restored.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_RESTORE_FAILED;
  }
}
