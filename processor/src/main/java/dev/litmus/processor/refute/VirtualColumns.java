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

  /**
   * Returns them with what the module makes of their values.
   *
   * @param arguments of the module; those of an R*Tree are its columns
   */
  static List<ColumnShape> of(String module, List<String> arguments, List<ColumnShape> columns) {
    if (module.startsWith("fts")) {
      List<ColumnShape> texts = new ArrayList<>();
      texts.add(number("rowid"));
      columns.forEach(column -> texts.add(column(column.name(), "TEXT")));
      return texts;
    }
    if (module.startsWith("rtree")) {
      List<ColumnShape> coordinates =
          new ArrayList<>(List.of(number(columns.get(0).name())));
      for (int i = 1; i < columns.size(); i++) {
        boolean carried = i < arguments.size() && arguments.get(i).startsWith("+");
        coordinates.add(carried ? columns.get(i) : coordinate(columns.get(i).name()));
      }
      return coordinates;
    }
    return columns;
  }

  /** The number of the row, by which others find it. */
  private static ColumnShape number(String name) {
    return new ColumnShape(name, "INTEGER", Affinity.INTEGER, true, true, true, true);
  }

  private static ColumnShape coordinate(String name) {
    return new ColumnShape(name, "REAL", Affinity.REAL, true, false, false, false);
  }

  static ColumnShape column(String name, String type) {
    return new ColumnShape(name, type, Affinity.BLOB, false, false, false, false);
  }
}
