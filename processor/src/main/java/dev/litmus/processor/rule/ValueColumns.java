package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.model.Row;
import java.util.Map;
import java.util.TreeMap;

/** Which columns of a result are read as what. */
final class ValueColumns {

  private final Map<Integer, ValueType> types = new TreeMap<>();

  private ValueColumns() {}

  /** Returns the type of each column that is read, by its number. */
  static Map<Integer, ValueType> of(Result result) {
    ValueColumns columns = new ValueColumns();
    result.rows().forEach(columns::add);
    return columns.types;
  }

  private void add(Row row) {
    if (row instanceof Row.ValueRow value) {
      types.put(value.column(), value.type());
    } else if (row instanceof Row.ObjectRow object) {
      object.parts().forEach(part -> {
        if (part instanceof Row.ColumnPart column) {
          types.put(column.column(), column.type());
        } else if (part instanceof Row.ObjectPart nested) {
          add(nested.object());
        }
      });
    }
  }
}
