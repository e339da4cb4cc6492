package dev.litmus.processor.refute;

import dev.litmus.processor.value.StorageClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What came out when a statement ran.
 *
 * @param rows how many rows were read
 * @param columns what was seen in each column
 * @param asDeclared whether all columns that are stored hold, after it, what they are declared to
 */
record Outcome(int rows, List<Seen> columns, boolean asDeclared) {

  Outcome {
    columns = List.copyOf(columns);
  }

  /** What was seen in a column. */
  record Seen(boolean isNull, Set<StorageClass> classes) {}

  /** Collects it, row by row. */
  static final class Reading {

    /** From here on a REAL may be an INTEGER that left its 64 bits, or what became of one. */
    private static final double BEYOND_INTEGERS = 0x1p63;

    private final List<Set<StorageClass>> classes = new ArrayList<>();
    private final boolean[] nulls;
    private int rows;

    Reading(int columns) {
      nulls = new boolean[columns];
      for (int i = 0; i < columns; i++) {
        classes.add(EnumSet.noneOf(StorageClass.class));
      }
    }

    int rows() {
      return rows;
    }

    void row() {
      rows++;
    }

    void sawNull(int column) {
      nulls[column] = true;
    }

    void saw(int column, StorageClass storage) {
      classes.get(column).add(storage);
    }

    /** A value that only a sum out of range can be proves nothing: nobody claims anything of those. */
    void sawReal(int column, double value) {
      if (Math.abs(value) < BEYOND_INTEGERS) {
        saw(column, StorageClass.REAL);
      }
    }

    Outcome outcome(boolean asDeclared) {
      List<Seen> seen = new ArrayList<>();
      for (int i = 0; i < nulls.length; i++) {
        seen.add(new Seen(nulls[i], Set.copyOf(classes.get(i))));
      }
      return new Outcome(rows, seen, asDeclared);
    }
  }
}
