package dev.litmus.processor.refute;

import java.util.ArrayList;
import java.util.List;

/**
 * What kind of rows a database is filled with.
 *
 * @param style how values are chosen
 * @param rows how many rows a table gets
 * @param nulls how often NULL is stored where it may be, of 100
 * @param nullsElsewhere the same, in columns of which the statement says nothing
 * @param odd how often a value of another storage class than declared is stored, of 100; in columns of which the
 *     statement speaks a third as often, or nothing would meet
 * @param turn which column of a key keeps copies apart; begins the sequence of what looks random
 * @param empty which of the tables that the statement names stays empty, by its number; -1 for none
 */
record Character(
    Style style, int rows, int nulls, int nullsElsewhere, int odd, int turn, int empty) {

  private static final int MOST_EMPTIED = 4;
  private static final int MOST_ROWS = 20;

  /** How values are chosen. */
  enum Style {
    /** The first row of every table has the first values, so that everything fits together; and so on. */
    ALIGNED,
    /** Rows are copies of the first as far as keys allow. */
    COPIES,
    /** As chance will have it, the same chance every time. */
    MIXED
  }

  boolean isOdd() {
    return odd > 0;
  }

  /**
   * Returns the databases to try, tiny ones first.
   *
   * @param named how many tables the statement names
   * @param crowd how many rows a condition asks for, 0 when none does
   */
  static List<Character> all(int named, int crowd) {
    List<Character> all = new ArrayList<>();
    all.add(new Character(Style.ALIGNED, 0, 0, 0, 0, 0, -1));
    all.add(new Character(Style.ALIGNED, 1, 0, 0, 0, 0, -1));
    all.add(new Character(Style.ALIGNED, 1, 0, 100, 0, 0, -1));
    all.add(new Character(Style.ALIGNED, 1, 100, 100, 0, 0, -1));
    for (int table = 0; named > 1 && table < Math.min(named, MOST_EMPTIED); table++) {
      all.add(new Character(Style.ALIGNED, 1, 0, 0, 0, 0, table));
    }
    all.add(new Character(Style.ALIGNED, 2, 0, 0, 0, 0, -1));
    for (int turn = 0; turn < 4; turn++) {
      all.add(new Character(Style.COPIES, 2, 0, turn == 1 ? 100 : 0, 0, turn, -1));
    }
    all.add(new Character(Style.COPIES, 3, 0, 50, 0, 4, -1));
    for (int turn = 0; turn < 6; turn++) {
      all.add(new Character(Style.MIXED, 2 + turn % 3, 10 * (turn % 3), 40, 0, turn, -1));
    }
    if (crowd > 0) {
      int rows = Math.min(crowd, MOST_ROWS);
      all.add(new Character(Style.COPIES, rows, 0, 0, 0, 0, -1));
      all.add(new Character(Style.COPIES, rows, 0, 50, 0, 1, -1));
      all.add(new Character(Style.MIXED, Math.min(3 * crowd, MOST_ROWS), 5, 20, 0, 7, -1));
    }
    all.add(new Character(Style.ALIGNED, 1, 0, 0, 100, 0, -1));
    for (int turn = 0; turn < 5; turn++) {
      all.add(new Character(Style.MIXED, 1 + turn % 2, 5, 20, 20 + 20 * turn, 100 + turn, -1));
    }
    return all;
  }
}
