package dev.litmus.runtime.internal.salvage;

import java.util.Arrays;

/** Rows of a table that can be read, one or more, with none between them that cannot. */
final class Run {

  private final long[] rowids;

  /** Takes the numbers of the rows, in ascending order. */
  Run(long[] rowids) {
    this.rowids = rowids;
  }

  long first() {
    return rowids[0];
  }

  long last() {
    return rowids[rowids.length - 1];
  }

  int size() {
    return rowids.length;
  }

  Run lowerHalf() {
    return new Run(Arrays.copyOf(rowids, rowids.length / 2));
  }

  Run upperHalf() {
    return new Run(Arrays.copyOfRange(rowids, rowids.length / 2, rowids.length));
  }
}
