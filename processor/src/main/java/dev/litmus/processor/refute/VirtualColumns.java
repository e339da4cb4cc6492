package dev.litmus.processor.refute;

import dev.litmus.processor.schema.Affinity;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of virtual tables, which declare no types.
 *
 * @see <a href="https://sqlite.org/fts5.html">FTS5</a> and <a href="https://sqlite.org/rtree.html">R*Trees</a>
 */
final class VirtualColumns {

  private VirtualColumns() {}

  static List<ColumnShape> of(String module, List<ColumnShape> columns) {
    if (module.startsWith("fts")) {
      List<ColumnShape> texts = new ArrayList<>();
      texts.add(number("rowid"));
      columns.forEach(column -> texts.add(column(column.name(), "TEXT")));
      return texts;
    }
    if (module.startsWith("rtree")) {
      List<ColumnShape> coordinates = new ArrayList<>();
      for (ColumnShape column : columns) {
        coordinates.add(
            coordinates.isEmpty()
                ? number(column.name())
                : column(
                    column.name(),
                    column.declaredType().isEmpty() ? "REAL" : column.declaredType()));
      }
      return coordinates;
    }
    return columns;
  }

  /** The number of the row, by which others find it. */
  private static ColumnShape number(String name) {
    return new ColumnShape(name, "INTEGER", Affinity.INTEGER, true, true, true, true);
  }

  static ColumnShape column(String name, String type) {
    return new ColumnShape(name, type, Affinity.BLOB, false, false, false, false);
  }
}
