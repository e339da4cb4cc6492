package dev.litmus.runtime.error;

/** A query whose rows become a map found two with the same key. */
public final class DuplicateKeyException extends LitmusException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param statement the query
   */
  public DuplicateKeyException(String database, String statement) {
    super(
        database,
        statement,
        "two rows have the same key",
        "Name a column in @Key that tells all rows apart, or return a List",
        null);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_DUPLICATE_KEY;
  }
}
