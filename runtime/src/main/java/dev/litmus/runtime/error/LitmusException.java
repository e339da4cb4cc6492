package dev.litmus.runtime.error;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/**
 * The root of everything that the runtime throws. The message names the database, the statement where there is one,
 * what happened and what to do. Values of parameters appear in it only when the database was asked to show them. After
 * any of these, what was committed is still there and nothing half-done is visible.
 */
public abstract sealed class LitmusException extends RuntimeException
    permits AfterCommitException,
        BackupException,
        BatchException,
        ConstraintException,
        ConverterNotFoundException,
        CursorException,
        DatabaseBusyException,
        DatabaseClosedException,
        DatabaseCorruptException,
        DatabaseFullException,
        DatabaseNotFoundException,
        DatabaseOpenException,
        DatabaseReadOnlyException,
        DatabaseUnavailableException,
        DuplicateKeyException,
        FunctionException,
        MigrationException,
        NoRowException,
        NonUniqueRowException,
        PartialCommitException,
        RepositoryNotFoundException,
        RestoreException,
        StatementCancelledException,
        StatementException,
        StatementTimeoutException,
        TransactionException,
        ValueException {

  private static final long serialVersionUID = 1L;

  private final String database;
  private final @Nullable String statement;

  /**
   * Creates the exception; the message is put together from its parts.
   *
   * @param database the database it happened in, as users call it
   * @param statement the statement, for example {@code MessageRepository.insert}, or null when there is none
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  protected LitmusException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(message(database, statement, fact, advice), cause);
    this.database = database;
    this.statement = statement;
  }

  private static String message(
      String database, @Nullable String statement, String fact, @Nullable String advice) {
    StringBuilder text = new StringBuilder("database `").append(database).append("`");
    if (statement != null) {
      text.append(", ").append(statement);
    }
    text.append(": ").append(fact);
    if (advice != null) {
      text.append(". ").append(advice);
    }
    return text.toString();
  }

  /**
   * Returns the database it happened in.
   *
   * @return the name of its schema, or its file when it has no schema
   */
  public final String database() {
    return database;
  }

  /**
   * Returns the statement it happened in.
   *
   * @return for example {@code MessageRepository.insert}; empty when no statement was running
   */
  public final Optional<String> statement() {
    return Optional.ofNullable(statement);
  }

  /**
   * Returns what went wrong as one word, the same for every exception of a type.
   *
   * @return the code
   */
  public abstract ErrorCode code();

  /**
   * Returns whether the same work can succeed when it is run again, from the beginning of its outermost transaction,
   * though nobody has changed anything.
   *
   * @return true when something was busy or overtaken, else false
   */
  public boolean isRetriable() {
    return false;
  }

  /**
   * Returns SQLite's own verdict.
   *
   * @return the <a href="https://sqlite.org/rescode.html">extended result code</a>; empty when SQLite did not report
   *     this failure
   */
  public final OptionalInt sqliteCode() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException e) {
        return OptionalInt.of(e.getResultCode().code);
      }
      if (cause instanceof SQLException e && e.getErrorCode() != 0) {
        return OptionalInt.of(e.getErrorCode());
      }
    }
    return OptionalInt.empty();
  }
}
