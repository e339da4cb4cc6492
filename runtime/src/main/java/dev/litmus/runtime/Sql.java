package dev.litmus.runtime;

import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.error.NoRowException;
import dev.litmus.runtime.error.NonUniqueRowException;
import dev.litmus.runtime.error.StatementException;
import dev.litmus.runtime.error.ValueException;
import dev.litmus.runtime.internal.dynamic.DynamicSql;
import dev.litmus.runtime.internal.dynamic.RefusedSqlException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs SQL that is known only at run time; a repository is for all other, which the build has proven. Safe for all threads:
 * every call takes a connection, or the one of the transaction that its thread is in. A statement that changes something is
 * all or nothing.
 *
 * <p>Values are parameters, {@code :name}, {@code @name} or {@code $name}: entries of a map or components of a record, and
 * of records in those {@code :filter.chatId}. They are of the types that repositories take. A collection stands alone in
 * {@code IN (:ids)}.
 *
 * <p>Rows become what they become in repositories: one column a value, several a record, whose components agree with the
 * columns by name both ways; {@code chat_id} is {@code chatId}, and a column {@code "chat.title"} belongs to the record in
 * {@code chat}, which is null when all its columns are NULL. Converters are known to repositories alone: pass
 * what {@link ColumnConverter#toColumn} returns, and give a {@link RowReader} that calls {@code fromColumn}.
 *
 * <p>SQL that is not run, and names that do not fit, are a {@link StatementException}; a type that no row can become is an
 * {@link IllegalArgumentException}. Statements that end transactions, attach files, make temporary tables or change
 * settings of connections are not run.
 */
public final class Sql {

  private static final String RAW = "Sql.raw";

  private final SqliteDatabase database;

  Sql(SqliteDatabase database) {
    this.database = database;
  }

  /**
   * Reads one row.
   *
   * @param sql a query, or a change with RETURNING
   * @param type a record, or the type of the one column
   * @param <T> what a row becomes
   * @return what the row becomes; empty without a row, and for NULL as the one column
   * @throws NonUniqueRowException when there is a second row; a change is undone
   * @throws StatementException when the SQL or its columns do not fit, or SQLite refuses it
   * @throws ValueException when a value cannot be read
   * @throws IllegalArgumentException when no row can become the type
   */
  public <T> Optional<T> selectOne(String sql, Class<T> type) {
    return one(sql, type, SqlArguments.NONE);
  }

  /**
   * Reads one row.
   *
   * @param sql a query with parameters, or a change with RETURNING
   * @param type a record, or the type of the one column
   * @param parameters the value of each, by name; null is NULL
   * @param <T> what a row becomes
   * @return what the row becomes; empty without a row, and for NULL as the one column
   * @throws NonUniqueRowException when there is a second row; a change is undone
   * @throws StatementException when the SQL or its columns do not fit, or SQLite refuses it
   * @throws ValueException when a value cannot be bound or read
   * @throws IllegalArgumentException when no row can become the type
   */
  public <T> Optional<T> selectOne(
      String sql, Class<T> type, Map<String, ? extends @Nullable Object> parameters) {
    return one(sql, type, SqlArguments.of(parameters));
  }

  /**
   * Reads one row.
   *
   * @param sql a query with parameters, or a change with RETURNING
   * @param type a record, or the type of the one column
   * @param parameters a record whose components are the values, by their names
   * @param <T> what a row becomes
   * @return what the row becomes; empty without a row, and for NULL as the one column
   * @throws NonUniqueRowException when there is a second row; a change is undone
   * @throws StatementException when the SQL or its columns do not fit, or SQLite refuses it
   * @throws ValueException when a value cannot be bound or read
   * @throws IllegalArgumentException when no row can become the type
   */
  public <T> Optional<T> selectOne(String sql, Class<T> type, Record parameters) {
    return one(sql, type, SqlArguments.of(parameters));
  }

  /**
   * Reads one row.
   *
   * @param sql a query, or a change with RETURNING
   * @param reader makes of each row an element
   * @param <T> what a row becomes
   * @return what the row becomes; empty without a row, and when the reader makes null of it
   * @throws NonUniqueRowException when there is a second row; a change is undone
   * @throws StatementException when the SQL does not fit, or SQLite refuses it
   */
  public <T> Optional<T> selectOne(String sql, RowReader<@Nullable T> reader) {
    return one(sql, reader, SqlArguments.NONE);
  }

  /**
   * Reads one row.
   *
   * @param sql a query with parameters, or a change with RETURNING
   * @param reader makes of each row an element
   * @param parameters the value of each, by name; null is NULL
   * @param <T> what a row becomes
   * @return what the row becomes; empty without a row, and when the reader makes null of it
   * @throws NonUniqueRowException when there is a second row; a change is undone
   * @throws StatementException when the SQL does not fit, or SQLite refuses it
   * @throws ValueException when a value cannot be bound
   */
  public <T> Optional<T> selectOne(
      String sql,
      RowReader<@Nullable T> reader,
      Map<String, ? extends @Nullable Object> parameters) {
    return one(sql, reader, SqlArguments.of(parameters));
  }

  /**
   * Reads one row.
   *
   * @param sql a query with parameters, or a change with RETURNING
   * @param reader makes of each row an element
   * @param parameters a record whose components are the values, by their names
   * @param <T> what a row becomes
   * @return what the row becomes; empty without a row, and when the reader makes null of it
   * @throws NonUniqueRowException when there is a second row; a change is undone
   * @throws StatementException when the SQL does not fit, or SQLite refuses it
   * @throws ValueException when a value cannot be bound
   */
  public <T> Optional<T> selectOne(String sql, RowReader<@Nullable T> reader, Record parameters) {
    return one(sql, reader, SqlArguments.of(parameters));
  }

  /**
   * Reads all rows.
   *
   * @param sql a query, or a change with RETURNING
   * @param type a record, or the type of the one column
   * @param <T> what a row becomes
   * @return what the rows become, in their order; null for NULL as the one column
   * @throws StatementException when the SQL or its columns do not fit, or SQLite refuses it
   * @throws ValueException when a value cannot be read
   * @throws IllegalArgumentException when no row can become the type
   */
  public <T> List<@Nullable T> selectMany(String sql, Class<T> type) {
    return many(sql, type, SqlArguments.NONE);
  }

  /**
   * Reads all rows.
   *
   * @param sql a query with parameters, or a change with RETURNING
   * @param type a record, or the type of the one column
   * @param parameters the value of each, by name; null is NULL
   * @param <T> what a row becomes
   * @return what the rows become, in their order; null for NULL as the one column
   * @throws StatementException when the SQL or its columns do not fit, or SQLite refuses it
   * @throws ValueException when a value cannot be bound or read
   * @throws IllegalArgumentException when no row can become the type
   */
  public <T> List<@Nullable T> selectMany(
      String sql, Class<T> type, Map<String, ? extends @Nullable Object> parameters) {
    return many(sql, type, SqlArguments.of(parameters));
  }

  /**
   * Reads all rows.
   *
   * @param sql a query with parameters, or a change with RETURNING
   * @param type a record, or the type of the one column
   * @param parameters a record whose components are the values, by their names
   * @param <T> what a row becomes
   * @return what the rows become, in their order; null for NULL as the one column
   * @throws StatementException when the SQL or its columns do not fit, or SQLite refuses it
   * @throws ValueException when a value cannot be bound or read
   * @throws IllegalArgumentException when no row can become the type
   */
  public <T> List<@Nullable T> selectMany(String sql, Class<T> type, Record parameters) {
    return many(sql, type, SqlArguments.of(parameters));
  }

  /**
   * Reads all rows.
   *
   * @param sql a query, or a change with RETURNING
   * @param reader makes of each row an element
   * @param <T> what a row becomes
   * @return what the rows become, in their order
   * @throws StatementException when the SQL does not fit, or SQLite refuses it
   */
  public <T extends @Nullable Object> List<T> selectMany(String sql, RowReader<T> reader) {
    return many(sql, reader, SqlArguments.NONE);
  }

  /**
   * Reads all rows.
   *
   * @param sql a query with parameters, or a change with RETURNING
   * @param reader makes of each row an element
   * @param parameters the value of each, by name; null is NULL
   * @param <T> what a row becomes
   * @return what the rows become, in their order
   * @throws StatementException when the SQL does not fit, or SQLite refuses it
   * @throws ValueException when a value cannot be bound
   */
  public <T extends @Nullable Object> List<T> selectMany(
      String sql, RowReader<T> reader, Map<String, ? extends @Nullable Object> parameters) {
    return many(sql, reader, SqlArguments.of(parameters));
  }

  /**
   * Reads all rows.
   *
   * @param sql a query with parameters, or a change with RETURNING
   * @param reader makes of each row an element
   * @param parameters a record whose components are the values, by their names
   * @param <T> what a row becomes
   * @return what the rows become, in their order
   * @throws StatementException when the SQL does not fit, or SQLite refuses it
   * @throws ValueException when a value cannot be bound
   */
  public <T extends @Nullable Object> List<T> selectMany(
      String sql, RowReader<T> reader, Record parameters) {
    return many(sql, reader, SqlArguments.of(parameters));
  }

  /**
   * Inserts one row.
   *
   * @param sql an INSERT or REPLACE without RETURNING
   * @return the rowid of the row, which is its INTEGER PRIMARY KEY if it has one; with {@code DO UPDATE} that of the row
   *     that was changed instead
   * @throws NoRowException when no row was inserted: {@code OR IGNORE}, {@code DO NOTHING}, a SELECT without rows
   * @throws NonUniqueRowException when there were several; all are undone
   * @throws StatementException when the SQL does not fit, SQLite refuses it, or the table has no rowid
   * @throws LitmusException when a constraint, a value or a lock is in the way
   */
  public long insert(String sql) {
    return call("Sql.insert", sql, SqlArguments.NONE).insert();
  }

  /**
   * Inserts one row.
   *
   * @param sql an INSERT or REPLACE without RETURNING
   * @param parameters the value of each, by name; null is NULL
   * @return the rowid of the row, which is its INTEGER PRIMARY KEY if it has one; with {@code DO UPDATE} that of the row
   *     that was changed instead
   * @throws NoRowException when no row was inserted: {@code OR IGNORE}, {@code DO NOTHING}, a SELECT without rows
   * @throws NonUniqueRowException when there were several; all are undone
   * @throws StatementException when the SQL does not fit, SQLite refuses it, or the table has no rowid
   * @throws LitmusException when a constraint, a value or a lock is in the way
   */
  public long insert(String sql, Map<String, ? extends @Nullable Object> parameters) {
    return call("Sql.insert", sql, SqlArguments.of(parameters)).insert();
  }

  /**
   * Inserts one row.
   *
   * @param sql an INSERT or REPLACE without RETURNING
   * @param parameters a record whose components are the values, by their names
   * @return the rowid of the row, which is its INTEGER PRIMARY KEY if it has one; with {@code DO UPDATE} that of the row
   *     that was changed instead
   * @throws NoRowException when no row was inserted: {@code OR IGNORE}, {@code DO NOTHING}, a SELECT without rows
   * @throws NonUniqueRowException when there were several; all are undone
   * @throws StatementException when the SQL does not fit, SQLite refuses it, or the table has no rowid
   * @throws LitmusException when a constraint, a value or a lock is in the way
   */
  public long insert(String sql, Record parameters) {
    return call("Sql.insert", sql, SqlArguments.of(parameters)).insert();
  }

  /**
   * Changes rows or the schema.
   *
   * @param sql a statement that returns no rows
   * @return how many rows were inserted, updated or deleted, without those that triggers changed; 0 for other statements
   * @throws StatementException when the SQL does not fit, or SQLite refuses it
   * @throws LitmusException when a constraint, a value or a lock is in the way
   */
  public long execute(String sql) {
    return call("Sql.execute", sql, SqlArguments.NONE).execute();
  }

  /**
   * Changes rows or the schema.
   *
   * @param sql a statement that returns no rows
   * @param parameters the value of each, by name; null is NULL
   * @return how many rows were inserted, updated or deleted, without those that triggers changed; 0 for other statements
   * @throws StatementException when the SQL does not fit, or SQLite refuses it
   * @throws LitmusException when a constraint, a value or a lock is in the way
   */
  public long execute(String sql, Map<String, ? extends @Nullable Object> parameters) {
    return call("Sql.execute", sql, SqlArguments.of(parameters)).execute();
  }

  /**
   * Changes rows or the schema.
   *
   * @param sql a statement that returns no rows
   * @param parameters a record whose components are the values, by their names
   * @return how many rows were inserted, updated or deleted, without those that triggers changed; 0 for other statements
   * @throws StatementException when the SQL does not fit, or SQLite refuses it
   * @throws LitmusException when a constraint, a value or a lock is in the way
   */
  public long execute(String sql, Record parameters) {
    return call("Sql.execute", sql, SqlArguments.of(parameters)).execute();
  }

  /**
   * Runs a script, all its statements in one transaction. Rows are read and forgotten. VACUUM, which runs in no
   * transaction, has to be alone.
   *
   * @param script any number of statements without parameters
   * @throws StatementException when the SQL does not fit, or SQLite refuses it; nothing of the script has happened
   * @throws LitmusException when a constraint, a value or a lock is in the way; nothing of the script has happened
   */
  public void raw(String script) {
    List<DynamicSql> statements = script(script);
    if (statements.size() == 1) {
      SqlCall.of(database, RAW, statements.get(0)).runAll();
      return;
    }
    if (!statements.isEmpty()) {
      try (Transaction transaction = database.begin()) {
        for (int i = 0; i < statements.size(); i++) {
          SqlCall.of(database, RAW + ", statement " + (i + 1), statements.get(i))
              .runAll();
        }
        transaction.commit();
      }
    }
  }

  private List<DynamicSql> script(String script) {
    try {
      return DynamicSql.script(script);
    } catch (RefusedSqlException e) {
      throw SqlCall.refused(database, RAW, e);
    }
  }

  private <T> Optional<T> one(String sql, Class<T> type, SqlArguments arguments) {
    RowMapping.check(type);
    return call("Sql.selectOne", sql, arguments).one(rows -> RowMapping.reader(type, rows));
  }

  private <T> Optional<T> one(String sql, RowReader<@Nullable T> reader, SqlArguments arguments) {
    return call("Sql.selectOne", sql, arguments).one(rows -> reader);
  }

  private <T> List<@Nullable T> many(String sql, Class<T> type, SqlArguments arguments) {
    RowMapping.check(type);
    return call("Sql.selectMany", sql, arguments).many(rows -> RowMapping.reader(type, rows));
  }

  private <T extends @Nullable Object> List<T> many(
      String sql, RowReader<T> reader, SqlArguments arguments) {
    return call("Sql.selectMany", sql, arguments).many(rows -> reader);
  }

  private SqlCall call(String verb, String sql, SqlArguments arguments) {
    return SqlCall.of(database, verb, sql, arguments);
  }
}
