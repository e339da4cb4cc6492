package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseBusyException;
import dev.litmus.runtime.error.DatabaseBusyException.Reason;
import dev.litmus.runtime.error.DatabaseCorruptException;
import dev.litmus.runtime.error.DatabaseFullException;
import dev.litmus.runtime.error.DatabaseReadOnlyException;
import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.NotADatabaseException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.ValueException;
import dev.litmus.runtime.internal.connection.LockedException;
import dev.litmus.runtime.internal.driver.ReportedError;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an error of SQLite means, by its <a href="https://sqlite.org/rescode.html">extended result code</a>.
 *
 * @param type which exception says so
 * @param fact what happened, without a full stop
 * @param advice what to do, one sentence, or null
 */
record Verdict(Type type, String fact, @Nullable String advice) {

  /** Creates an exception of one type. */
  interface Type {
    LitmusException create(
        String database,
        @Nullable String statement,
        String fact,
        @Nullable String advice,
        @Nullable Throwable cause);
  }

  private static final int ERROR = 1;
  private static final int BUSY = 5;
  private static final int BUSY_RECOVERY = 261;
  private static final int BUSY_SNAPSHOT = 517;
  private static final int LOCKED = 6;
  private static final int NOMEM = 7;
  private static final int READONLY = 8;
  private static final int READONLY_DBMOVED = 1032;
  private static final int IOERR = 10;
  private static final int IOERR_NOMEM = 3082;
  private static final int CORRUPT = 11;
  private static final int CORRUPT_VTAB = 267;
  private static final int CORRUPT_INDEX = 779;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int PROTOCOL = 15;
  private static final int SCHEMA = 17;
  private static final int TOOBIG = 18;
  private static final int CONSTRAINT = 19;
  private static final int MISMATCH = 20;
  private static final int MISUSE = 21;
  private static final int AUTH = 23;
  private static final int NOTADB = 26;

  private static final String MORE_MEMORY =
      "Give the process more memory, or read and write less at once";

  /** What the driver says without a code, when a value is larger than the heap. */
  private static final String DRIVER_OUT_OF_MEMORY = "Out of memory";

  private static final Pattern FTS_TABLE = Pattern.compile("table \"(.+)\"");

  /** Judges an error of a statement or transaction on the database in a file. */
  static Verdict of(ReportedError error, String file) {
    String words = error.words();
    return switch (error.primaryCode()) {
      case CONSTRAINT -> ConstraintWords.of(error);
      case BUSY -> busy(error);
      case PROTOCOL ->
        new Verdict(DatabaseBusyException::new, words, "Try again; other processes open the file");
      case LOCKED ->
        new Verdict(
            StatementException::new,
            words,
            "Close the results that this thread still reads before it changes or drops their table");
      case NOMEM -> new Verdict(StatementException::new, words, MORE_MEMORY);
      case READONLY -> readOnly(error, file);
      case IOERR ->
        new Verdict(
            StatementException::new,
            words,
            error.code() == IOERR_NOMEM
                ? MORE_MEMORY
                : "The disk or its file system failed: check it, then the database with PRAGMA integrity_check");
      case CORRUPT -> corrupt(error, file);
      case FULL ->
        new Verdict(
            DatabaseFullException::new,
            words,
            "Make room on the disk of " + file
                + " (or raise max_page_count), then run the transaction again");
      case CANTOPEN ->
        new Verdict(
            StatementException::new,
            words,
            "Check that " + file
                + " and its directory are there, that this process may read and write them, and that it has file"
                + " descriptors left");
      case SCHEMA ->
        new Verdict(
            StatementException::new,
            words,
            "Somebody else changed the schema: open the database again, with code that fits it");
      case TOOBIG ->
        new Verdict(
            ValueException::new,
            words,
            "Keep values below a billion bytes: store a large one in a file, or in parts");
      case MISMATCH ->
        new Verdict(
            ValueException::new,
            words,
            "An INTEGER PRIMARY KEY, a rowid, LIMIT and OFFSET take integers only");
      case MISUSE ->
        new Verdict(
            StatementException::new, words, "This is a bug in Litmus or the driver: report it");
      case AUTH ->
        new Verdict(
            StatementException::new,
            words,
            "This connection does not allow it: loading extensions and changing SQLite's own tables are off");
      case NOTADB ->
        new Verdict(
            (database, statement, fact, advice, cause) ->
                new NotADatabaseException(database, fact, advice, cause),
            words,
            "Something wrote over " + file + ": restore a backup of it");
      default -> new Verdict(StatementException::new, words, queryAdvice(error));
    };
  }

  LitmusException toException(Failures.Place place, String tail, SQLException cause) {
    return advice == null
        ? type.create(place.schema(), place.statement(), fact + tail, null, cause)
        : type.create(place.schema(), place.statement(), fact, advice + tail, cause);
  }

  private static Verdict busy(ReportedError error) {
    String words = error.words();
    return switch (error.code()) {
      case BUSY_SNAPSHOT ->
        new Verdict(
            busy(Reason.SNAPSHOT),
            "another connection committed after this transaction's first read: " + words,
            "Run the whole transaction again, begun as IMMEDIATE; waiting does not help");
      case BUSY_RECOVERY ->
        new Verdict(
            busy(Reason.OTHER_PROCESS),
            "another process is recovering the file after a crash: " + words,
            "Try again");
      default ->
        new Verdict(
            busy(Reason.OTHER_PROCESS),
            words.contains("locked") ? "the file is locked by another process: " + words : words,
            "Try again");
    };
  }

  /** Judges a lock that threads of this process can be the reason of. */
  static Verdict of(LockedException locked) {
    return new Verdict(
        busy(locked.isByWriter() ? Reason.WRITER : Reason.READER, locked.holders()),
        "the file is locked while " + locked.description() + " of this process "
            + (locked.isByWriter() ? "writes" : "reads") + ": "
            + ReportedError.of(locked).words(),
        "Keep transactions short, and close every one; with WAL they are not in each other's way");
  }

  private static Type busy(Reason reason) {
    return busy(reason, List.of());
  }

  private static Type busy(Reason reason, List<String> holders) {
    return (database, statement, fact, advice, cause) ->
        new DatabaseBusyException(database, statement, reason, holders, fact, advice, cause);
  }

  private static Verdict readOnly(ReportedError error, String file) {
    return new Verdict(
        DatabaseReadOnlyException::new,
        error.words(),
        error.code() == READONLY_DBMOVED
            ? file
                + " was moved or deleted while it was open: close the database, put the file back, open it again"
            : "Let this process write " + file
                + " and its directory; a statement that writes must not be lent as one that reads");
  }

  private static Verdict corrupt(ReportedError error, String file) {
    return new Verdict(
        DatabaseCorruptException::new,
        error.words(),
        switch (error.code()) {
          case CORRUPT_VTAB -> rebuild(error.words());
          case CORRUPT_INDEX -> "Run REINDEX; if that does not help, restore a backup of " + file;
          default -> "Restore a backup of " + file;
        });
  }

  private static String rebuild(String words) {
    Matcher named = FTS_TABLE.matcher(words);
    String table = named.find() ? named.group(1) : "t";
    return "Rebuild the full-text index, the rows are intact: INSERT INTO " + table + "(" + table
        + ") VALUES('rebuild')";
  }

  /** FTS5 parses the text given to MATCH when the statement runs; what people type is rarely its language. */
  private static @Nullable String queryAdvice(ReportedError error) {
    String words = error.words();
    if (words.equals(DRIVER_OUT_OF_MEMORY)) {
      return MORE_MEMORY;
    }
    if (error.primaryCode() != ERROR) {
      return null;
    }
    if (words.startsWith("invalid fts5 file format")) {
      return rebuild(words);
    }
    return words.startsWith("fts5:")
            || words.equals("unterminated string")
            || words.startsWith("unknown special query: ")
            || words.startsWith("malformed MATCH expression: ")
            || words.equals("no such column: …")
        ? "The text after MATCH is a query language: put what a person typed in double quotes, doubling its own"
        : null;
  }
}
