package dev.litmus.runtime.error;

/**
 * A query that promises one row found none.
 */
public final class NoRowException extends LitmusException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param statement the query
   */
  public NoRowException(String database, String statement) {
    super(
        database,
        statement,
        "the query found no row",
        "Declare the result as Optional or @Nullable if that can happen",
        null);
  }

  /**
   * Creates the exception with words of its own.
   *
   * @param database the database it happened in
   * @param statement the statement
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence
   */
  public NoRowException(String database, String statement, String fact, String advice) {
    super(database, statement, fact, advice, null);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_NO_ROW;
  }
}
