package dev.litmus.runtime;

import dev.litmus.runtime.error.LitmusException;
import dev.litmus.runtime.internal.connection.Scope;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are read one by one while a transaction is open: all from one snapshot, and never all in memory. For generated
 * code: bind the values of {@link #statement}, then {@link #open}. For its thread alone, a parallel stream too.
 *
 * @param <T> the elements
 */
public final class RowStream<T extends @Nullable Object> {

  private final SqliteDatabase database;
  private final SqlStatement sql;
  private final PreparedStatement statement;
  private final RowReader<T> reader;
  private final Scope scope;

  RowStream(
      SqliteDatabase database,
      SqlStatement sql,
      PreparedStatement statement,
      RowReader<T> reader,
      Scope scope) {
    this.database = database;
    this.sql = sql;
    this.statement = statement;
    this.reader = reader;
    this.scope = scope;
    scope.closeAtEnd(statement);
  }

  /**
   * Returns the statement whose rows these are.
   *
   * @return to be bound, and neither run nor closed
   */
  public PreparedStatement statement() {
    return statement;
  }

  /**
   * Runs the statement.
   *
   * @return its rows, in their order; closing it early gives the statement back, as the end of the transaction does
   * @throws SQLException when it cannot be run
   */
  public Stream<T> open() throws SQLException {
    Rows rows = new Rows(statement.executeQuery());
    return StreamSupport.stream(rows, false).onClose(this::close);
  }

  /**
   * Gives the statement back, and returns the typed exception for a failure before the stream was open.
   *
   * @param e what the driver reported
   * @return the exception to throw
   */
  public LitmusException failure(SQLException e) {
    LitmusException failure = database.failure(sql, e);
    try {
      statement.close();
    } catch (SQLException late) {
      failure.addSuppressed(late);
    }
    return failure;
  }

  private void close() {
    try {
      statement.close();
      scope.forget(statement);
    } catch (SQLException e) {
      throw database.failure(sql, e);
    }
  }

  /** Never splits: a connection serves one thread. */
  private final class Rows extends AbstractSpliterator<T> {

    private final ResultSet row;
    private boolean ended;

    Rows(ResultSet row) {
      super(Long.MAX_VALUE, Spliterator.ORDERED);
      this.row = row;
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
      return null;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
      if (ended) {
        return false;
      }
      T element;
      try {
        if (!row.next()) {
          ended = true;
          close();
          return false;
        }
        element = reader.read(row);
      } catch (SQLException e) {
        throw database.failure(sql, e);
      }
      action.accept(element);
      return true;
    }
  }
}
