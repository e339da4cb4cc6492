package dev.litmus.runtime;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a record of a row. */
final class RecordReader {

  /** Reads a component. */
  interface Part {
    @Nullable
    Object read(ResultSet row) throws SQLException;
  }

  private final RecordShape shape;
  private final List<Part> parts;
  private final int[] columns;

  /**
   * Creates the reader.
   *
   * @param shape the class
   * @param parts what reads each component, in their order
   * @param columns all columns that it is made of, those of records in it too
   */
  RecordReader(RecordShape shape, List<Part> parts, int[] columns) {
    this.shape = shape;
    this.parts = parts;
    this.columns = columns;
  }

  /** Reads a component that one column becomes; {@code path} is what errors call it. */
  static Part column(String path, ColumnReader reader, int column) {
    return row -> {
      try {
        return reader.read(row, column);
      } catch (SQLDataException e) {
        throw RefusedValueException.at("`" + path + "`: ", e);
      }
    };
  }

  /** Reads a component that is a record; null when all its columns are NULL. */
  static Part nested(RecordReader reader) {
    return row -> Columns.areNull(row, reader.columns) ? null : reader.read(row);
  }

  /** Reads a component that is an {@code Optional}. */
  static Part optional(Part part) {
    return row -> Optional.ofNullable(part.read(row));
  }

  Object read(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[parts.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts.get(i).read(row);
    }
    return shape.create(values);
  }
}
