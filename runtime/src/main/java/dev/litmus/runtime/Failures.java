package dev.litmus.runtime;

import dev.litmus.runtime.error.ConstraintException;
import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.StatementTimeoutException;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.error.ValueException;
import dev.litmus.runtime.internal.connection.StoppedException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the driver throws into the typed exceptions, by SQLite's <a href="https://sqlite.org/rescode.html">primary
 * result codes</a>.
 */
final class Failures {

  static final int BUSY = 5;
  private static final String CHANGE_THE_VALUE =
      "Declare a type that can hold the value, or change the value";
  private static final int INTERRUPT = 9;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CONSTRAINT = 19;
  static final int NOT_A_DATABASE = 26;

  private Failures() {}

  static LitmusException of(
      SqliteDatabase database, @Nullable SqlStatement statement, SQLException e) {
    String schema = database.schema();
    String name = statement == null ? null : statement.name();
    String fact = fact(e);
    if (e instanceof StoppedException stopped) {
      return stopped(schema, name, stopped);
    }
    if (e instanceof SQLDataException value) {
      String advice = RefusedValueException.adviceOf(value);
      return new ValueException(schema, name, fact, advice == null ? CHANGE_THE_VALUE : advice, e);
    }
    return switch (primaryCode(e)) {
      case CONSTRAINT ->
        new ConstraintException(schema, name, fact, "Give values that the schema allows", e);
      case BUSY ->
        new DatabaseBusyException(
            schema,
            name,
            fact.contains("locked") ? "the file is locked by another process: " + fact : fact,
            "Try again",
            e);
      case INTERRUPT ->
        database.isClosing()
            ? new DatabaseClosedException(
                schema, name, "interrupted, the database is being closed", null, e)
            : new StatementException(schema, name, fact, null, e);
      case CORRUPT ->
        new StatementException(schema, name, fact, "Restore a backup of " + database, e);
      case FULL -> new StatementException(schema, name, fact, "Make room on the disk", e);
      default -> new StatementException(schema, name, fact, advice(fact), e);
    };
  }

  private static LitmusException stopped(String schema, @Nullable String name, StoppedException e) {
    return switch (e.reason()) {
      case CLOSED ->
        new DatabaseClosedException(
            schema, name, "interrupted, the database is being closed", null, e);
      case TIMED_OUT ->
        new StatementTimeoutException(
            schema,
            name,
            "ended, because the time for this work is over",
            "Let it fail and run it again, with less to do or more time",
            e);
      case INTERRUPTED ->
        new StatementCancelledException(
            schema,
            name,
            "ended, because the thread was interrupted",
            "Let the thread end what it does",
            e);
    };
  }

  /** FTS5 parses the text given to MATCH when the statement runs; what people type is rarely its language. */
  private static @Nullable String advice(String fact) {
    return fact.startsWith("fts5:") || fact.equals("unterminated string")
        ? "The text after MATCH is FTS5's query language: put what a person typed in double quotes, doubling its own"
        : null;
  }

  static LitmusException ofCommit(SqliteDatabase database, SQLException e) {
    if (primaryCode(e) == BUSY && fact(e).contains("SQL statements in progress")) {
      return new TransactionException(
          database.schema(),
          null,
          "a write's result was still open at the commit, so everything was rolled back",
          "Read it to its end, or close it, before the commit",
          e);
    }
    return of(database, null, e);
  }

  /** Whether the file is no database, or a damaged one. */
  static boolean isDamage(LitmusException e) {
    int code = e.sqliteCode().orElse(0) & 0xff;
    return code == NOT_A_DATABASE || code == CORRUPT;
  }

  static int primaryCode(SQLException e) {
    return e.getErrorCode() & 0xff;
  }

  /** SQLite's own words: the driver wraps them in {@code [CODE] description (words)}. */
  static String fact(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int open = message.indexOf(" (");
    if (message.startsWith("[SQLITE_") && open > 0 && message.endsWith(")")) {
      return message.substring(open + 2, message.length() - 1);
    }
    return message;
  }
}
