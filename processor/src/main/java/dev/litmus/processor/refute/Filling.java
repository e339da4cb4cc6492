package dev.litmus.processor.refute;

import dev.litmus.processor.value.StorageClass;
import java.util.ArrayList;
import java.util.List;

/**
 * What kind of rows a database is filled with. Shares are of 100.
 *
 * @param style how values are chosen
 * @param rows how many rows a table gets
 * @param turn which column of a key keeps copies apart, and whether by NULL; begins the sequence of what looks random
 * @param nulls how often NULL is stored where it may be
 * @param nullsElsewhere the same, in columns of which the statement says nothing
 * @param odd how often a value of another storage class than declared is stored; in columns of which the statement speaks
 *     a third as often, or nothing would meet; 300 is always
 * @param empty which of the tables that the statement names stays empty, by its number; -1 for none
 * @param absent which of {@link Hints#contested} is NULL in all rows, by its number; -1 for none
 */
record Filling(
    Style style,
    int rows,
    int turn,
    int nulls,
    int nullsElsewhere,
    int odd,
    int empty,
    int absent) {

  private static final int MOST_EMPTIED = 4;
  private static final int MOST_ABSENT = 8;
  private static final int MOST_ROWS = 20;

  /** From this turn on copies are kept apart by NULL where that is possible. */
  private static final int BY_NULL = 2;

  private static final int TURNS = 4;

  /** How values are chosen. */
  enum Style {
    /** The first row of every table has the first values, so that everything fits together; and so on. */
    ALIGNED,
    /** Rows are copies of the first as far as keys allow. */
    COPIES,
    /** As chance will have it, the same chance every time. */
    MIXED
  }

  private static Filling of(Style style, int rows, int turn) {
    return new Filling(style, rows, turn, 0, 0, 0, -1, -1);
  }

  private Filling nulls(int some, int elsewhere) {
    return new Filling(style, rows, turn, some, elsewhere, odd, empty, absent);
  }

  private Filling odd(int some) {
    return new Filling(style, rows, turn, nulls, nullsElsewhere, some, empty, absent);
  }

  private Filling empty(int table) {
    return new Filling(style, rows, turn, nulls, nullsElsewhere, odd, table, absent);
  }

  private Filling absent(int column) {
    return new Filling(style, rows, turn, nulls, nullsElsewhere, odd, empty, column);
  }

  boolean isOdd() {
    return odd > 0;
  }

  boolean keepsApartByNull() {
    return turn >= BY_NULL && turn < TURNS;
  }

  /** Returns the databases to try for a statement, tiny ones first. */
  static List<Filling> all(Hints hints) {
    List<Filling> all = new ArrayList<>();
    all.add(of(Style.ALIGNED, 0, 0));
    all.add(of(Style.ALIGNED, 1, 0));
    all.add(of(Style.ALIGNED, 1, 0).nulls(0, 100));
    all.add(of(Style.ALIGNED, 1, 0).nulls(100, 100));
    for (int i = 0; i < Math.min(hints.contested().size(), MOST_ABSENT); i++) {
      all.add(of(Style.ALIGNED, 1, 0).absent(i));
    }
    for (int i = 0;
        hints.named().size() > 1 && i < Math.min(hints.named().size(), MOST_EMPTIED);
        i++) {
      all.add(of(Style.ALIGNED, 1, 0).empty(i));
    }
    // As many as there are storage classes, each of which a column without a type has in turn.
    all.add(of(Style.ALIGNED, StorageClass.values().length, 0));
    for (int turn = 0; turn < TURNS; turn++) {
      all.add(of(Style.COPIES, 2, turn).nulls(0, turn == 1 ? 100 : 0));
    }
    all.add(of(Style.COPIES, 2, BY_NULL).nulls(100, 100));
    all.add(of(Style.COPIES, 3, TURNS).nulls(0, 50));
    for (int turn = 0; turn < 6; turn++) {
      all.add(of(Style.MIXED, 2 + turn % 3, turn).nulls(10 * (turn % 3), 40));
    }
    if (hints.comparisons().crowd() > 0) {
      all.addAll(crowds(hints.comparisons().crowd()));
    }
    for (int turn = 0; turn < StorageClass.values().length - 1; turn++) {
      all.add(of(Style.ALIGNED, 1, turn).odd(100));
      all.add(of(Style.COPIES, 2, turn).odd(300));
    }
    for (int turn = 0; turn < 3; turn++) {
      all.add(of(Style.MIXED, 1 + turn % 2, 100 + turn).nulls(5, 20).odd(30 + 30 * turn));
    }
    return all;
  }

  /** Returns the few that find most, for what takes longer than a statement. */
  static List<Filling> few() {
    return List.of(
        of(Style.ALIGNED, 1, 0).nulls(100, 100),
        of(Style.COPIES, 2, 0),
        of(Style.MIXED, 4, 1).nulls(20, 20),
        of(Style.COPIES, 2, 1).odd(300));
  }

  private static List<Filling> crowds(int crowd) {
    int rows = Math.min(crowd, MOST_ROWS);
    return List.of(
        of(Style.COPIES, rows, 0),
        of(Style.COPIES, rows, 1).nulls(0, 50),
        of(Style.COPIES, rows, BY_NULL).nulls(100, 100),
        of(Style.MIXED, Math.min(3 * rows, MOST_ROWS), 7).nulls(5, 20));
  }
}
