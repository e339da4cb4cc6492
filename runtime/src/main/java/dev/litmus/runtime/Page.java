package dev.litmus.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a query's rows, and how many there are in all; both were read in one transaction and belong together.
 * Immutable, as far as its items are.
 *
 * @param items the rows of this page, in the order of the query
 * @param total how many rows the query has
 * @param limit how many rows were asked for
 * @param offset how many rows come before this page
 * @param <T> what a row becomes
 */
public record Page<T extends @Nullable Object>(List<T> items, long total, int limit, long offset) {

  /**
   * Creates a page; the list is copied.
   *
   * @param items the rows of this page, in the order of the query
   * @param total how many rows the query has
   * @param limit how many rows were asked for
   * @param offset how many rows come before this page
   */
  public Page {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  /**
   * Tells whether there are rows behind this page.
   *
   * @return whether there are, when it was read
   */
  public boolean hasMore() {
    return items.size() < total - offset;
  }

  /**
   * Returns the page with something else made of each item.
   *
   * @param mapper is called once for each item, in order
   * @param <R> what it makes
   * @return the page of what it made
   */
  public <R extends @Nullable Object> Page<R> map(Function<? super T, ? extends R> mapper) {
    List<R> mapped = new ArrayList<>(items.size());
    items.forEach(item -> mapped.add(mapper.apply(item)));
    return new Page<>(mapped, total, limit, offset);
  }
}
