package dev.litmus.runtime;

import dev.litmus.runtime.internal.dynamic.RefusedSqlException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes of the columns of a result, and a type that are both known only at run time, what reads its rows. */
final class RowMapping {

  private RowMapping() {}

  /** Tells whether a type is made of several columns: a record that is no value of one. */
  static boolean isObject(Class<?> type) {
    return type.isRecord() && ColumnReader.find(type) == null;
  }

  /**
   * Refuses a type that no row can become, before anything runs.
   *
   * @throws IllegalArgumentException when it is no type of one column and no record, or one that cannot be made
   */
  static void check(Class<?> type) {
    if (isObject(type)) {
      RecordShape.of(type).checkCreatable();
    } else if (ColumnReader.find(type) == null) {
      throw new IllegalArgumentException("a row cannot become `" + type.getTypeName()
          + "`: name a record, or a type that one column holds, or give a RowReader");
    }
  }

  /**
   * Returns the reader of a result's rows.
   *
   * @param type one that {@link #check} has passed
   * @throws RefusedSqlException when the columns do not fit the type
   */
  static <T> RowReader<@Nullable T> reader(Class<T> type, ResultSet result)
      throws SQLException, RefusedSqlException {
    List<String> columns = labels(result.getMetaData());
    if (isObject(type)) {
      RecordReader reader = RecordColumns.reader(type, columns);
      return row -> type.cast(reader.read(row));
    }
    ColumnReader column = ColumnReader.find(type);
    if (column == null) {
      throw new IllegalArgumentException(type.getTypeName());
    }
    if (columns.size() != 1) {
      throw new RefusedSqlException(
          columns.size() + " columns for one `" + type.getSimpleName() + "`: "
              + String.join(", ", columns),
          "Select one column, or name a record that has them all");
    }
    return value(column);
  }

  /** The class of a primitive type casts nothing, and {@code T} is its boxed type, which is what was read. */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  private static <T> RowReader<@Nullable T> value(ColumnReader column) {
    return row -> (T) column.read(row, 1);
  }

  private static List<String> labels(ResultSetMetaData columns) throws SQLException {
    List<String> labels = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      labels.add(columns.getColumnLabel(column));
    }
    return labels;
  }
}
