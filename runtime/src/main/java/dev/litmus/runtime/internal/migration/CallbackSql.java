package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.internal.driver.FunctionCalls;
import dev.litmus.runtime.internal.sql.SqlSpan;
import dev.litmus.runtime.internal.sql.StatementSplitter;
import dev.litmus.runtime.migration.MigrationSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a callback. A statement may end the transaction by failing ({@code ON CONFLICT ROLLBACK}), and what ran after
 * it would be committed by itself: hence nothing runs after a failure, and the migration fails.
 */
final class CallbackSql implements MigrationSql {

  private final Connection transaction;
  private @Nullable Exception failure;
  private boolean ended;

  CallbackSql(Connection transaction) {
    this.transaction = transaction;
  }

  /** Called when the callback has returned; throws what it has caught. */
  void end() throws SQLException {
    ended = true;
    if (failure != null) {
      throw new SQLException(
          "it went on after a statement had failed: " + failure.getMessage(), failure);
    }
  }

  /** Called when the callback has thrown. */
  void abandon() {
    ended = true;
  }

  @Override
  public long update(String sql, @Nullable Object... values) throws SQLException {
    return run(sql, values, statement -> {
      if (statement.execute()) {
        throw new SQLException("the statement returns rows: use query");
      }
      return statement.getLargeUpdateCount();
    });
  }

  @Override
  public <T> List<T> query(String sql, RowFunction<T> row, @Nullable Object... values)
      throws SQLException {
    return run(sql, values, statement -> {
      List<T> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        CallbackRow current = new CallbackRow(found);
        while (found.next()) {
          rows.add(row.of(current));
        }
      }
      return rows;
    });
  }

  /** Runs what is prepared and bound. */
  private interface Execution<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, @Nullable Object[] values, Execution<T> execution)
      throws SQLException {
    if (ended || failure != null) {
      throw new IllegalStateException(
          ended
              ? "the migration of this callback has ended"
              : "a statement before this one has failed, and nothing runs after it");
    }
    FunctionCalls calls = FunctionCalls.of(transaction);
    calls.forget();
    try {
      check(sql);
      T result;
      try (PreparedStatement statement = transaction.prepareStatement(sql)) {
        bind(statement, values);
        result = execution.run(statement);
      } catch (SQLException e) {
        throw calls.explain(e);
      }
      calls.check();
      return result;
    } catch (SQLException | RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  private static void check(String sql) {
    List<SqlSpan> statements = StatementSplitter.split(sql);
    if (statements.size() != 1) {
      throw new IllegalArgumentException(
          statements.size() + " statements, and one is run at a time: " + sql);
    }
    if (sql.indexOf('\0') >= 0) {
      // SQLite would run what stands before it.
      throw new IllegalArgumentException("a NUL character: bind it as a value");
    }
    ForbiddenStatement forbidden = ForbiddenStatement.find(statements.get(0).text(sql));
    if (forbidden != null) {
      throw new IllegalArgumentException(forbidden.fact() + ": " + forbidden.help());
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    int wanted = statement.getParameterMetaData().getParameterCount();
    if (wanted != values.length) {
      throw new IllegalArgumentException(values.length + " values for " + wanted + " parameters");
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      boolean known = value == null
          || value instanceof Integer
          || value instanceof Long
          || value instanceof Double
          || value instanceof String
          || value instanceof byte[];
      if (!known) {
        throw new IllegalArgumentException("value " + (i + 1) + " is of " + value.getClass());
      }
      statement.setObject(i + 1, value);
    }
  }
}
