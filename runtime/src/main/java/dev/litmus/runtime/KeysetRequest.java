package dev.litmus.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a query's rows is wanted, by a position in their order: so many rows behind a row, or before it. Rows
 * that arrive or go elsewhere move nothing. Immutable.
 *
 * <p>A cursor is such a position as text, safe in URLs: the values of the ORDER BY columns in one row, and a fingerprint of
 * the query. It is no secret and not signed. A forged one can only be another position among the rows that the query
 * yields anyway, which its other parameters decide.
 *
 * @param limit how many rows the page has at most, 1 or more
 * @param backwards whether the rows before the position are wanted, the nearest of them
 * @param cursor the position, as a {@link KeysetPage} of the same query gave it; null for the start of the order, or its
 *     end backwards
 */
public record KeysetRequest(
    int limit, boolean backwards, @Nullable String cursor) {

  /**
   * Creates a request.
   *
   * @param limit how many rows the page has at most, 1 or more
   * @param backwards whether the rows before the position are wanted, the nearest of them
   * @param cursor the position, or null for the start of the order, or its end backwards
   * @throws IllegalArgumentException when the limit is out of its range
   */
  public KeysetRequest {
    PageRequest.checkLimit(limit);
  }

  /**
   * Returns the request for the first rows.
   *
   * @param limit how many at most, 1 or more
   * @return the request
   * @throws IllegalArgumentException when the limit is out of its range
   */
  public static KeysetRequest first(int limit) {
    return new KeysetRequest(limit, false, null);
  }

  /**
   * Returns the request for the last rows.
   *
   * @param limit how many at most, 1 or more
   * @return the request
   * @throws IllegalArgumentException when the limit is out of its range
   */
  public static KeysetRequest last(int limit) {
    return new KeysetRequest(limit, true, null);
  }

  /**
   * Returns the request for the rows behind a position.
   *
   * @param cursor the position; from outside it may be anything, it is checked when the query runs
   * @param limit how many at most, 1 or more
   * @return the request
   * @throws IllegalArgumentException when the limit is out of its range
   */
  public static KeysetRequest after(String cursor, int limit) {
    return new KeysetRequest(limit, false, Objects.requireNonNull(cursor, "cursor"));
  }

  /**
   * Returns the request for the rows before a position, the nearest of them; the page has them in the order of the query.
   *
   * @param cursor the position; from outside it may be anything, it is checked when the query runs
   * @param limit how many at most, 1 or more
   * @return the request
   * @throws IllegalArgumentException when the limit is out of its range
   */
  public static KeysetRequest before(String cursor, int limit) {
    return new KeysetRequest(limit, true, Objects.requireNonNull(cursor, "cursor"));
  }
}
