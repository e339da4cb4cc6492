package dev.litmus.runtime.internal.salvage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows of a table with rowids that can be read: from the first on until there is damage, from the last one back, and
 * between the two from wherever a row answers, in both directions. A page that cannot be read so costs its own rows, and one
 * that leads to others those as well.
 *
 * <p>Where to ask, an index knows. Without a sound one it is a guess: near the rows that were found, at distances that double, as
 * numbers that are given one after the other have their neighbours there; then always in the middle of the widest gap. The
 * number of guesses is limited.
 */
final class ReadableRows {

  /** Takes rows that can be read; the same row never twice. */
  @FunctionalInterface
  interface Taker {
    void take(Run run) throws SQLException;
  }

  private static final Gap NOTHING = new Gap(1, 0, false);
  private static final int ROWS_OF_A_RUN = 4000;
  private static final int MOST_QUESTIONS = 2000;

  /** Numbers among which there may be rows; both ends included. */
  private record Gap(long first, long last, boolean guessed) {
    boolean isEmpty() {
      return first > last;
    }

    boolean has(long rowid) {
      return first <= rowid && rowid <= last;
    }

    /** What is left above, or below, a number in it. */
    Gap without(long rowid, boolean above) {
      if (rowid == (above ? last : first)) {
        return NOTHING;
      }
      return above ? new Gap(rowid + 1, last, guessed) : new Gap(first, rowid - 1, guessed);
    }

    long middle() {
      return (first & last) + ((first ^ last) >> 1);
    }
  }

  private final Connection connection;
  private final String table;
  private final String rowid;
  private final Known known;
  private final Taker taker;
  private final PriorityQueue<Gap> gaps = new PriorityQueue<>(Comparator.comparing(Gap::guessed)
      .thenComparing((a, b) -> Long.compareUnsigned(b.last - b.first, a.last - a.first)));
  private int questions;

  /**
   * Prepares the search.
   *
   * @param table as SQL names it
   * @param rowid a name of the rowid that no column has
   * @param known asked once, when there is damage
   */
  ReadableRows(Connection connection, String table, String rowid, Known known, Taker taker) {
    this.connection = connection;
    this.table = table;
    this.rowid = rowid;
    this.known = known;
    this.taker = taker;
  }

  /** Numbers of rows that an index knows. */
  @FunctionalInterface
  interface Known {

    /** Reads them in ascending order; null when no index can be read to its end. */
    long @Nullable [] rowids() throws SQLException;
  }

  /** Hands over all rows it finds; true when no damage was met. */
  boolean run() throws SQLException {
    Gap all = new Gap(Long.MIN_VALUE, Long.MAX_VALUE, false);
    Gap behind = ascend(all);
    if (behind.isEmpty()) {
      return true;
    }
    add(descend(behind));
    long[] rowids = known.rowids();
    while (!gaps.isEmpty() && questions < MOST_QUESTIONS) {
      Gap gap = gaps.remove();
      if (rowids != null) {
        askFor(gap, rowids);
      } else if (gap.guessed) {
        questions++;
        ask(gap, gap.middle(), true);
      } else {
        guess(gap);
      }
    }
    return false;
  }

  /** Asks for a row that there is, and for none where there is none. */
  private void askFor(Gap gap, long[] rowids) throws SQLException {
    int from = firstAtLeast(rowids, gap.first);
    int to = gap.last == Long.MAX_VALUE ? rowids.length : firstAtLeast(rowids, gap.last + 1);
    if (from < to) {
      ask(gap, rowids[(from + to) >>> 1], true);
    }
  }

  private static int firstAtLeast(long[] rowids, long least) {
    int found = Arrays.binarySearch(rowids, least);
    return found < 0 ? -found - 1 : found;
  }

  private void add(Gap gap) {
    if (!gap.isEmpty()) {
      gaps.add(gap);
    }
  }

  private void guess(Gap gap) throws SQLException {
    for (int power = 0; power < Long.SIZE - 1; power++) {
      long distance = (1L << power) - 1;
      for (long at : new long[] {gap.first + distance, gap.last - distance, distance, -distance}) {
        if (gap.has(at)) {
          questions++;
          if (ask(gap, at, false)) {
            return;
          }
        }
      }
    }
    add(new Gap(gap.first, gap.last, true));
  }

  /**
   * Asks for the rows on both sides of a number.
   *
   * @param splits whether the gap is divided there when nothing answers
   * @return whether the gap has been dealt with
   */
  private boolean ask(Gap gap, long at, boolean splits) throws SQLException {
    Gap upper = new Gap(at, gap.last, gap.guessed);
    Gap lower = gap.without(at, false);
    Gap above = ascend(upper);
    Gap below = lower.isEmpty() ? lower : descend(lower);
    boolean moved = !above.equals(upper) || !below.equals(lower);
    if (moved) {
      // Both sides have been read as far as possible: what is left is new.
      add(new Gap(above.first, above.last, false));
      add(new Gap(below.first, below.last, false));
    } else if (splits) {
      // The number itself is one that nothing answers for.
      add(gap.without(at, true));
      add(lower);
    }
    return moved || splits;
  }

  /** Reads upwards, and returns what is left of the gap. */
  private Gap ascend(Gap gap) throws SQLException {
    return read(gap, true);
  }

  /** Reads downwards, and returns what is left of the gap. */
  private Gap descend(Gap gap) throws SQLException {
    return read(gap, false);
  }

  private Gap read(Gap gap, boolean up) throws SQLException {
    long[] rowids = new long[ROWS_OF_A_RUN];
    int count = 0;
    Gap left = gap;
    boolean readable = true;
    try (PreparedStatement statement = statement(gap, up ? "" : " DESC");
        ResultSet row = statement.executeQuery()) {
      while (!left.isEmpty() && row.next()) {
        long found = row.getLong(1);
        if (!left.has(found)) {
          // Rows that are in no order are none.
          readable = false;
          break;
        }
        rowids[count++] = found;
        left = left.without(found, up);
        if (count == ROWS_OF_A_RUN) {
          take(rowids, count);
          count = 0;
        }
      }
    } catch (SQLException e) {
      Damage.orThrow(e);
      readable = false;
    }
    take(rowids, count);
    return readable ? NOTHING : left;
  }

  /** NOT INDEXED: an index has rowids too, and says nothing of the rows. */
  private PreparedStatement statement(Gap gap, String order) throws SQLException {
    PreparedStatement statement = connection.prepareStatement("SELECT " + rowid + " FROM " + table
        + " NOT INDEXED WHERE " + rowid + " BETWEEN ? AND ? ORDER BY " + rowid + order);
    statement.setLong(1, gap.first);
    statement.setLong(2, gap.last);
    return statement;
  }

  private void take(long[] rowids, int count) throws SQLException {
    if (count > 0) {
      long[] run = Arrays.copyOf(rowids, count);
      Arrays.sort(run);
      taker.take(new Run(run));
    }
  }
}
