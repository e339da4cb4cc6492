package dev.litmus.runtime;

import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.NoRowException;
import dev.litmus.runtime.error.NonUniqueRowException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.internal.dynamic.DynamicSql;
import dev.litmus.runtime.internal.dynamic.NamedParameter;
import dev.litmus.runtime.internal.dynamic.RefusedSqlException;
import dev.litmus.runtime.internal.dynamic.SqlKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One call of {@link Sql}: a statement, its values, and how its failures are told. For one thread, once. */
final class SqlCall {

  /** Makes the reader of the rows that a result has. */
  interface Rows<T extends @Nullable Object> {
    RowReader<T> of(ResultSet result) throws SQLException, RefusedSqlException;
  }

  /** Work on the statement, its values bound. */
  private interface Use<T extends @Nullable Object> {
    T of(PreparedStatement statement) throws SQLException, RefusedSqlException;
  }

  private static final String ROWID = " RETURNING _rowid_";

  /** What RETURNING says of the rowid that a virtual table has chosen. */
  private static final long UNTOLD = -1;

  /** Right only where a row has just been inserted, in the same transaction. */
  private static final SqlStatement LAST_INSERTED =
      SqlStatement.of("Sql.insert", "SELECT last_insert_rowid()");

  private final SqliteDatabase database;
  private final String verb;
  private final DynamicSql sql;
  private final List<@Nullable Object> values;
  private final String prepared;

  private SqlCall(SqliteDatabase database, String verb, DynamicSql sql, SqlArguments arguments)
      throws RefusedSqlException {
    this.database = database;
    this.verb = verb;
    this.sql = sql;
    this.values = arguments.resolve(sql.parameters());
    this.prepared = sql.prepared(collections(sql.parameters(), values));
  }

  static SqlCall of(SqliteDatabase database, String verb, String sql, SqlArguments arguments) {
    try {
      return new SqlCall(database, verb, DynamicSql.statement(sql), arguments);
    } catch (RefusedSqlException e) {
      throw refused(database, verb, e);
    }
  }

  static SqlCall of(SqliteDatabase database, String verb, DynamicSql sql) {
    try {
      return new SqlCall(database, verb, sql, SqlArguments.NONE);
    } catch (RefusedSqlException e) {
      throw refused(database, verb, e);
    }
  }

  static StatementException refused(
      SqliteDatabase database, String statement, RefusedSqlException e) {
    return new StatementException(database.schema(), statement, e.fact(), e.advice(), null);
  }

  private static List<Boolean> collections(
      List<NamedParameter> parameters, List<@Nullable Object> values) throws RefusedSqlException {
    List<Boolean> collections = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      NamedParameter parameter = parameters.get(i);
      Object value = values.get(i);
      if (parameter.isSet() && value == null) {
        throw new RefusedSqlException(
            "`" + parameter.name() + "` is null, and stands in IN (…)",
            "Pass an empty collection to compare with nothing, and ask for NULL with IS NULL");
      }
      if (value instanceof Collection && !parameter.isSet()) {
        throw new RefusedSqlException(
            "the collection `" + parameter.name() + "` does not stand alone in IN (…)",
            "Write `IN (:" + parameter.name() + ")`");
      }
      collections.add(value instanceof Collection);
    }
    return collections;
  }

  <T> Optional<T> one(Rows<@Nullable T> rows) {
    return select(statement -> {
      ResultSet row = statement.executeQuery();
      RowReader<@Nullable T> reader = rows.of(row);
      if (!row.next()) {
        return Optional.empty();
      }
      T found = reader.read(row);
      if (row.next()) {
        throw new NonUniqueRowException(
            database.schema(),
            describe(),
            "the query found more than one row",
            "Use `selectMany`, or add to the WHERE what makes the row unique");
      }
      return Optional.ofNullable(found);
    });
  }

  <T extends @Nullable Object> List<T> many(Rows<T> rows) {
    return select(statement -> {
      ResultSet row = statement.executeQuery();
      RowReader<T> reader = rows.of(row);
      List<T> found = new ArrayList<>();
      while (row.next()) {
        found.add(reader.read(row));
      }
      return found;
    });
  }

  private <T> T select(Use<T> use) {
    if (sql.returning()) {
      return inTransaction(prepared, use);
    }
    if (sql.kind() != SqlKind.QUERY && sql.kind() != SqlKind.UNKNOWN) {
      throw wrongVerb("the statement returns no rows", "Use `execute`, or add RETURNING");
    }
    return run(false, prepared, use);
  }

  /** SQLite's last_insert_rowid is that of an earlier statement when nothing was inserted; RETURNING tells. */
  long insert() {
    if (sql.kind() != SqlKind.INSERT || sql.returning()) {
      throw wrongVerb(
          "`insert` runs INSERT and REPLACE without RETURNING",
          "Use `execute` for other changes, `selectOne` and `selectMany` for what returns rows");
    }
    try (Transaction transaction = database.begin()) {
      long rowid = run(true, prepared + ROWID, this::inserted);
      if (rowid == UNTOLD && !sql.isUpsert()) {
        rowid = lastInserted();
      }
      transaction.commit();
      return rowid;
    }
  }

  private long inserted(PreparedStatement statement) throws SQLException {
    ResultSet row = statement.executeQuery();
    if (!row.next()) {
      throw new NoRowException(
          database.schema(),
          describe(),
          "no row was inserted",
          "Use `execute` where that can happen, it returns how many");
    }
    long rowid = Columns.requireLong(row, 1);
    if (row.next()) {
      throw new NonUniqueRowException(
          database.schema(),
          describe(),
          "more than one row was inserted, so none is the one to return",
          "Use `execute`, or `selectMany` with RETURNING");
    }
    return rowid;
  }

  private long lastInserted() {
    try (PreparedStatement statement = database.read(LAST_INSERTED)) {
      ResultSet row = statement.executeQuery();
      row.next();
      return Columns.requireLong(row, 1);
    } catch (SQLException e) {
      throw database.failure(LAST_INSERTED, e);
    }
  }

  long execute() {
    if (sql.kind() == SqlKind.QUERY || sql.returning()) {
      throw wrongVerb("the statement returns rows", "Use `selectOne` or `selectMany`");
    }
    return run(true, prepared, this::change);
  }

  private long change(PreparedStatement statement) throws SQLException {
    if (sql.kind() == SqlKind.INSERT || sql.kind() == SqlKind.CHANGE) {
      return statement.executeLargeUpdate();
    }
    statement.execute();
    return 0;
  }

  /** Runs it once, whatever it is, to its end; on the connection that writes. */
  void runAll() {
    SqlStatement once = SqlStatement.once(verb, prepared);
    try (PreparedStatement statement = database.write(once)) {
      statement.execute();
    } catch (SQLException e) {
      throw failure(prepared, e);
    }
  }

  private <T> T inTransaction(String text, Use<T> use) {
    try (Transaction transaction = database.begin()) {
      T result = run(true, text, use);
      transaction.commit();
      return result;
    }
  }

  private <T> T run(boolean writes, String text, Use<T> use) {
    SqlStatement constant = SqlStatement.dynamic(verb, text);
    try (PreparedStatement statement =
        writes ? database.write(constant) : database.read(constant)) {
      for (int i = 0; i < values.size(); i++) {
        SqlValues.bind(statement, i + 1, sql.parameters().get(i).name(), values.get(i));
      }
      return use.of(statement);
    } catch (SQLException e) {
      throw failure(text, e);
    } catch (RefusedSqlException e) {
      throw refused(database, describe(), e);
    }
  }

  private LitmusException failure(String text, SQLException e) {
    if (text.endsWith(ROWID) && Failures.fact(e).equals("no such column: _rowid_")) {
      return new StatementException(
          database.schema(),
          describe(),
          "the table has no rowid that could be returned",
          "Use `execute`, or `selectOne` with RETURNING",
          e);
    }
    return database.failure(SqlStatement.dynamic(describe(), text), e);
  }

  private StatementException wrongVerb(String fact, String advice) {
    return new StatementException(database.schema(), describe(), fact, advice, null);
  }

  /** Returns what error messages call it, without values; listeners are told the verb alone, which is the same each time. */
  private String describe() {
    return verb + " [" + sql.outline() + "]";
  }
}
