package dev.litmus.runtime.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of the schema refused a change. The statement had no effect, and the transaction goes on, unless the
 * schema says ROLLBACK. A deferred foreign key refuses the commit, and then the whole transaction is rolled back.
 *
 * <p>Table and columns are read from SQLite's words, which do not quote names: of {@code a.b.c} the table is taken to be
 * {@code a} and the column {@code b.c}, and a column named {@code x, a.y} of the table {@code a} is taken for two.
 */
public final class ConstraintException extends LitmusException {

  /** What kind of constraint it is. */
  public enum Kind {
    /** A UNIQUE column, group of columns, or index. */
    UNIQUE,
    /** A PRIMARY KEY; of an FTS5 table, its rowid. */
    PRIMARY_KEY,
    /** The rowid of a table without an INTEGER PRIMARY KEY. */
    ROWID,
    /** A column that must have a value. */
    NOT_NULL,
    /** A CHECK. */
    CHECK,
    /** A reference to a row that is not there, or to one that was to go. SQLite does not say which. */
    FOREIGN_KEY,
    /** RAISE in a trigger; the words are those of the schema. */
    TRIGGER,
    /** A value that has not the type of its column in a STRICT table. */
    DATATYPE,
    /** A rule of a virtual table. */
    VIRTUAL_TABLE,
    /** Anything else. */
    OTHER
  }

  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final @Nullable String table;
  private final String[] columns;
  private final @Nullable String constraint;

  /**
   * Creates the exception for a constraint of which nothing more is known.
   *
   * @param database the database it happened in
   * @param statement the statement that was running, or null when none was
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public ConstraintException(
      String database,
      @Nullable String statement,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    this(database, statement, Kind.OTHER, null, List.of(), null, fact, advice, cause);
  }

  /**
   * Creates the exception.
   *
   * @param database the database it happened in
   * @param statement the statement that was running, or null when none was
   * @param kind what kind of constraint it is
   * @param table the table, or null when SQLite did not say
   * @param columns the columns, empty when SQLite did not say
   * @param constraint the name of the check or index, or null
   * @param fact what happened, without a full stop
   * @param advice what to do, one sentence, or null when there is nothing to advise
   * @param cause what the driver or the system reported, or null
   */
  public ConstraintException(
      String database,
      @Nullable String statement,
      Kind kind,
      @Nullable String table,
      List<String> columns,
      @Nullable String constraint,
      String fact,
      @Nullable String advice,
      @Nullable Throwable cause) {
    super(database, statement, fact, advice, cause);
    this.kind = kind;
    this.table = table;
    this.columns = columns.toArray(new String[0]);
    this.constraint = constraint;
  }

  /**
   * Returns what kind of constraint it is.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the table whose constraint it is.
   *
   * @return its name as SQLite says it; empty for foreign keys, checks, triggers and indexes on expressions
   */
  public Optional<String> table() {
    return Optional.ofNullable(table);
  }

  /**
   * Returns the columns whose values were refused.
   *
   * @return their names, in the order of the constraint; empty where the table is
   */
  public List<String> columns() {
    return List.of(columns);
  }

  /**
   * Returns what the schema calls the constraint.
   *
   * @return the name of a check, or its expression when it has none, or the name of an index on expressions; empty for
   *     all else
   */
  public Optional<String> constraint() {
    return Optional.ofNullable(constraint);
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.DB_CONSTRAINT;
  }
}
