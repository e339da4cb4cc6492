package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseClosedException;
import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.FunctionException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.NotADatabaseException;
import dev.litmus.runtime.error.StatementCancelledException;
import dev.litmus.runtime.error.StatementTimeoutException;
import dev.litmus.runtime.error.ValueException;
import dev.litmus.runtime.internal.connection.LockedException;
import dev.litmus.runtime.internal.connection.StoppedException;
import dev.litmus.runtime.internal.driver.ExtensionLoadException;
import dev.litmus.runtime.internal.driver.FunctionFailedException;
import dev.litmus.runtime.internal.driver.NativeLibraryException;
import dev.litmus.runtime.internal.driver.ReportedError;
import dev.litmus.runtime.internal.statement.StatementFailure;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the driver throws into the typed exceptions. The driver's exception becomes the cause; what it suppressed
 * stays suppressed.
 */
final class Failures {

  static final int BUSY = 5;
  private static final int INTERRUPT = 9;
  static final int READ_ONLY = 8;
  static final int CORRUPT = 11;
  static final int CANNOT_OPEN = 14;
  static final int NOT_A_DATABASE = 26;
  private static final Pattern UNREADABLE_SCHEMA = Pattern.compile(
      "malformed database schema \\(.*\\) - (?!invalid rootpage$|orphan index$).*", Pattern.DOTALL);
  private static final String CHANGE_THE_VALUE =
      "Declare a type that can hold the value, or change the value";

  private static final Verdict CLOSED =
      new Verdict(DatabaseClosedException::new, "interrupted, the database is being closed", null);

  /**
   * Where it happened.
   *
   * @param schema what the database is called
   * @param statement the statement that was running, or null when none was
   * @param file what messages call the file
   * @param closing whether the database is being closed
   * @param showsArguments whether the message ends with what was bound
   */
  record Place(
      String schema,
      @Nullable String statement,
      String file,
      boolean closing,
      boolean showsArguments) {}

  private Failures() {}

  static LitmusException of(
      SqliteDatabase database, @Nullable SqlStatement statement, SQLException e) {
    Place place = new Place(
        database.schema(),
        statement == null ? null : statement.name(),
        database.place(),
        database.isClosing(),
        database.showsArguments());
    return of(place, e);
  }

  static LitmusException of(Place place, SQLException e) {
    if (!(e instanceof StatementFailure failure)) {
      return verdict(place, e).toException(place, "", e);
    }
    String tail = place.showsArguments() ? "; arguments: " + failure.arguments() : "";
    SQLException reported = failure.reported();
    LitmusException typed = verdict(place, reported).toException(place, tail, reported);
    for (Throwable late : failure.getSuppressed()) {
      typed.addSuppressed(late instanceof StatementFailure told ? told.reported() : late);
    }
    return typed;
  }

  private static Verdict verdict(Place place, SQLException e) {
    ReportedError error = ReportedError.of(e);
    if (e instanceof SQLDataException value) {
      String advice = RefusedValueException.adviceOf(value);
      return new Verdict(
          ValueException::new, error.words(), advice == null ? CHANGE_THE_VALUE : advice);
    }
    if (e instanceof StoppedException stopped) {
      return stopped(stopped.reason());
    }
    if (e instanceof FunctionFailedException function) {
      return failed(function);
    }
    if (e instanceof LockedException locked) {
      return Verdict.of(locked);
    }
    if (error.primaryCode() == INTERRUPT && place.closing()) {
      return CLOSED;
    }
    return Verdict.of(error, place.file());
  }

  /** The application's own exception is the cause, and nothing of the driver stands between. */
  private static Verdict failed(FunctionFailedException e) {
    String name = e.function();
    return new Verdict(
        (database, statement, fact, advice, cause) ->
            new FunctionException(database, statement, name, fact, advice, e.getCause()),
        ReportedError.of(e).words(),
        e.advice());
  }

  private static Verdict stopped(StoppedException.Reason reason) {
    return switch (reason) {
      case CLOSED -> CLOSED;
      case TIMED_OUT ->
        new Verdict(
            StatementTimeoutException::new,
            "ended, because the time for this work is over",
            "Let it fail and run it again, with less to do or more time");
      case INTERRUPTED ->
        new Verdict(
            StatementCancelledException::new,
            "ended, because the thread was interrupted",
            "Let the thread end what it does");
    };
  }

  /** Returns the exception for a file that cannot be opened as a database. */
  static LitmusException ofOpen(String schema, String file, SQLException e) {
    if (e instanceof StoppedException stopped) {
      Place place = new Place(schema, null, file, false, false);
      return stopped(stopped.reason()).toException(place, "", e);
    }
    ReportedError error = ReportedError.of(e);
    return switch (error.primaryCode()) {
      case NOT_A_DATABASE ->
        new NotADatabaseException(
            schema, file + " is not an SQLite database", "Move that file away, it is unchanged", e);
      case BUSY -> openedElsewhere(schema, file, e);
      default ->
        new DatabaseOpenException(
            schema, "cannot open " + file + ": " + error.words(), openAdvice(e, file), e);
    };
  }

  private static @Nullable String openAdvice(SQLException e, String file) {
    if (e instanceof NativeLibraryException library) {
      return library.advice();
    }
    if (e instanceof ExtensionLoadException extension) {
      return extension.advice();
    }
    return primaryCode(e) == READ_ONLY
        ? "Let this process write " + file
            + ", the files -wal and -shm beside it, and their directory; or open it read-only"
        : Verdict.of(ReportedError.of(e), file).advice();
  }

  static DatabaseBusyException openedElsewhere(
      String schema, String file, @Nullable SQLException cause) {
    return new DatabaseBusyException(
        schema, null, file + " is locked by another process", "Try again when that is done", cause);
  }

  /**
   * Whether opening has found that the file is no database, or one with damaged pages. An index that is at odds with its
   * table is no such damage, nor is a schema in SQL that a newer SQLite has written and this one cannot read: there
   * SQLite says what it misses.
   */
  static boolean isDamage(LitmusException e) {
    int code = e.sqliteCode().orElse(0);
    if (!(e instanceof DatabaseOpenException) || !(e.getCause() instanceof SQLException cause)) {
      return false;
    }
    return code == NOT_A_DATABASE
        || (code == CORRUPT && !UNREADABLE_SCHEMA.matcher(fact(cause)).matches());
  }

  static int primaryCode(SQLException e) {
    return e.getErrorCode() & 0xff;
  }

  /** SQLite's own words, without the driver's frame around them. */
  static String fact(SQLException e) {
    return ReportedError.of(e).words();
  }
}
