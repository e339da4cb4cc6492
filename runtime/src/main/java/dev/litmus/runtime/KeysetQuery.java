package dev.litmus.runtime;

import dev.litmus.runtime.error.CursorException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query that is read in pages by key: a constant of a generated class, made of the statements for both directions. Each
 * yields the values of the ORDER BY terms behind the query's own columns. Immutable and safe for all threads.
 */
public final class KeysetQuery {

  private final SqlStatement first;
  private final SqlStatement last;
  private final SqlStatement after;
  private final SqlStatement before;
  private final int keys;
  private final Cursors cursors;

  private KeysetQuery(
      SqlStatement first, SqlStatement last, SqlStatement after, SqlStatement before, int keys) {
    this.first = first;
    this.last = last;
    this.after = after;
    this.before = before;
    this.keys = keys;
    this.cursors = new Cursors(after.sql(), keys);
  }

  /**
   * Creates a query. Call it for constants only: the slots of its statements are never given back.
   *
   * @param name what error messages call it, for example {@code MessageRepository.scroll}
   * @param keys how many terms its ORDER BY has
   * @param first yields rows from the start of the order
   * @param last yields rows from the end of the order, backwards
   * @param after yields the rows behind a position
   * @param before yields the rows before a position, backwards
   * @return the query
   */
  public static KeysetQuery of(
      String name, int keys, String first, String last, String after, String before) {
    return new KeysetQuery(
        SqlStatement.of(name, first),
        SqlStatement.of(name, last),
        SqlStatement.of(name, after),
        SqlStatement.of(name, before),
        keys);
  }

  /**
   * Begins to read a page.
   *
   * @param database where it will be read
   * @param request which page
   * @return what reads it, for the calling thread alone
   * @throws CursorException when the request's cursor is none of this query
   */
  public Step at(SqliteDatabase database, KeysetRequest request) {
    String cursor = request.cursor();
    if (cursor == null) {
      return new Step(request, request.backwards() ? last : first, new @Nullable Object[0]);
    }
    SqlStatement statement = request.backwards() ? before : after;
    try {
      return new Step(request, statement, cursors.read(cursor));
    } catch (Cursors.InvalidCursorException e) {
      throw new CursorException(
          database.schema(),
          statement.name(),
          String.valueOf(e.getMessage()),
          "Start again with the first page, or pass a cursor of this query",
          e);
    }
  }

  /** One page while it is read: which statement, what is bound beside the query's own values, where it ends. */
  public final class Step {

    private final KeysetRequest request;
    private final SqlStatement statement;
    private final @Nullable Object[] position;
    private @Nullable Object @Nullable [] nearest;
    private @Nullable Object @Nullable [] farthest;
    private int count;
    private boolean hasMore;

    private Step(KeysetRequest request, SqlStatement statement, @Nullable Object[] position) {
      this.request = request;
      this.statement = statement;
      this.position = position;
    }

    /**
     * Returns the statement that reads the page.
     *
     * @return one of the query's four
     */
    public SqlStatement statement() {
      return statement;
    }

    /**
     * Binds the position and how many rows are read: one more than asked for, which tells whether there are more.
     *
     * @param prepared the statement
     * @param parameter the number of the first parameter behind the query's own
     * @throws SQLException when it cannot be bound
     */
    public void bind(PreparedStatement prepared, int parameter) throws SQLException {
      for (int i = 0; i < position.length; i++) {
        prepared.setObject(parameter + i, position[i]);
      }
      prepared.setLong(parameter + position.length, request.limit() + 1L);
    }

    /**
     * Moves on to the next row of the page.
     *
     * @param row the rows of the statement
     * @param column the number of the first column behind the query's own
     * @return whether there is one
     * @throws SQLException when it cannot be read
     */
    public boolean next(ResultSet row, int column) throws SQLException {
      if (!row.next()) {
        return false;
      }
      if (count == request.limit()) {
        hasMore = true;
        return false;
      }
      count++;
      @Nullable Object[] values = new @Nullable Object[keys];
      for (int i = 0; i < keys; i++) {
        values[i] = row.getObject(column + i);
      }
      nearest = nearest == null ? values : nearest;
      farthest = values;
      return true;
    }

    /**
     * Makes the page of the items.
     *
     * @param items what was read, in the order of the statement
     * @param <T> what a row becomes
     * @return the page, its items in the order of the query
     */
    public <T extends @Nullable Object> KeysetPage<T> page(List<T> items) {
      String near = nearest == null ? null : cursors.write(nearest);
      String far = farthest == null ? null : cursors.write(farthest);
      if (!request.backwards()) {
        return KeysetPage.of(request, items, hasMore, near, far);
      }
      List<T> reversed = new ArrayList<>(items);
      Collections.reverse(reversed);
      return KeysetPage.of(request, reversed, hasMore, far, near);
    }
  }
}
