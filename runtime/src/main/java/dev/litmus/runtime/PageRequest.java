package dev.litmus.runtime;

/**
 * Which page of a query's rows is wanted, by counting: so many rows, behind so many others. Immutable.
 *
 * @param limit how many rows the page has at most, 1 or more
 * @param offset how many rows come before it, 0 or more
 * @see KeysetRequest for pages that stay together while rows arrive and go
 */
public record PageRequest(int limit, long offset) {

  /**
   * Creates a request.
   *
   * @param limit how many rows the page has at most, 1 or more
   * @param offset how many rows come before it, 0 or more
   * @throws IllegalArgumentException when one of them is out of its range
   */
  public PageRequest {
    checkLimit(limit);
    if (offset < 0) {
      throw new IllegalArgumentException("offset is " + offset + ", which has to be 0 or more");
    }
  }

  /**
   * Returns the request for the first rows.
   *
   * @param limit how many at most, 1 or more
   * @return the request
   * @throws IllegalArgumentException when the limit is out of its range
   */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, 0);
  }

  /**
   * Returns the request for the page behind this one.
   *
   * @return the same number of rows, as many rows further
   * @throws ArithmeticException when there is no such offset
   */
  public PageRequest next() {
    return new PageRequest(limit, Math.addExact(offset, limit));
  }

  /**
   * Returns the request for the page before this one.
   *
   * @return the same number of rows, as many rows back; the first rows when there are not so many before it
   */
  public PageRequest previous() {
    return new PageRequest(limit, Math.max(0, offset - limit));
  }

  /**
   * Tells whether what was found says how many rows there are in all, so that nobody has to count. For generated code.
   *
   * @param found how many rows this page has
   * @return whether there is none behind them, and not just none so far behind
   */
  public boolean isLast(int found) {
    return found < limit && (found > 0 || offset == 0);
  }

  static void checkLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", which has to be 1 or more");
    }
  }
}
