package dev.litmus.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * A page was asked for by a cursor that is none of its query: changed on its way, of another query, or of an earlier
 * version of this one. Nothing was run.
 */
public final class CursorException extends LitmusException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param statement the query
   * @param fact what is wrong with the cursor, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what found it, or null
   */
  public CursorException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_CURSOR;
  }
}
