package dev.litmus.runtime.error;

/**
 * A query that promises at most one row found more.
 */
public final class NonUniqueRowException extends LitmusException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param statement the query
   */
  public NonUniqueRowException(String database, String statement) {
    super(
        database,
        statement,
        "the query found more than one row",
        "Declare a List, or add to the WHERE what makes the row unique",
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
  public NonUniqueRowException(String database, String statement, String fact, String advice) {
    super(database, statement, fact, advice, null);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_NON_UNIQUE_ROW;
  }
}
