package dev.litmus.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a query's rows, and how to go on from there. Immutable, as far as its items are.
 *
 * <p>A walk that follows {@link #next}, or {@link #previous}, sees every row that is there all the time, once. It can go on
 * after it came to the end: the same request asks for what has arrived behind it since.
 *
 * @param items the rows of this page, in the order of the query, also when the walk is backwards
 * @param hasMore whether there were further rows in the direction that was asked for
 * @param previous asks for the rows before this page
 * @param next asks for the rows behind this page
 * @param <T> what a row becomes
 */
public record KeysetPage<T extends @Nullable Object>(
    List<T> items, boolean hasMore, KeysetRequest previous, KeysetRequest next) {

  /**
   * Creates a page; the list is copied.
   *
   * @param items the rows of this page, in the order of the query
   * @param hasMore whether there were further rows in the direction that was asked for
   * @param previous asks for the rows before this page
   * @param next asks for the rows behind this page
   */
  public KeysetPage {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  /**
   * Makes a page of what a request found. An empty page lies behind the position that was asked about: on the one side that
   * position is asked about again, on the other everything is, because the row of the position itself is there.
   */
  static <T extends @Nullable Object> KeysetPage<T> of(
      KeysetRequest request,
      List<T> items,
      boolean hasMore,
      @Nullable String first,
      @Nullable String last) {
    int limit = request.limit();
    KeysetRequest before = request.backwards() ? request : KeysetRequest.last(limit);
    KeysetRequest after = request.backwards() ? KeysetRequest.first(limit) : request;
    return new KeysetPage<>(
        items,
        hasMore,
        first == null ? before : KeysetRequest.before(first, limit),
        last == null ? after : KeysetRequest.after(last, limit));
  }

  /**
   * Returns the position of the first item.
   *
   * @return a cursor for {@link KeysetRequest#before}; empty when there is no item
   */
  public Optional<String> firstCursor() {
    return items.isEmpty() ? Optional.empty() : Optional.ofNullable(previous.cursor());
  }

  /**
   * Returns the position of the last item.
   *
   * @return a cursor for {@link KeysetRequest#after}; empty when there is no item
   */
  public Optional<String> lastCursor() {
    return items.isEmpty() ? Optional.empty() : Optional.ofNullable(next.cursor());
  }

  /**
   * Returns the page with something else made of each item.
   *
   * @param mapper is called once for each item, in order
   * @param <R> what it makes
   * @return the page of what it made
   */
  public <R extends @Nullable Object> KeysetPage<R> map(Function<? super T, ? extends R> mapper) {
    List<R> mapped = new ArrayList<>(items.size());
    items.forEach(item -> mapped.add(mapper.apply(item)));
    return new KeysetPage<>(mapped, hasMore, previous, next);
  }
}
