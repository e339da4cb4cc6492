package dev.litmus.processor.model;

import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.ScalarType;
import java.util.List;

/** What one row of a result becomes. */
public sealed interface Row {

  /** The value of the only column. */
  record ScalarRow(ScalarType type) implements Row {}

  /**
   * A record, made by its canonical constructor.
   *
   * @param type the record
   * @param reads the column of each component, in the constructor's order
   */
  record RecordRow(JavaType.Declared type, List<ColumnRead> reads) implements Row {
    public RecordRow {
      reads = List.copyOf(reads);
    }
  }

  /** One column, read as one type; {@code column} is 1-based as in JDBC. */
  record ColumnRead(ScalarType type, int column) {}
}
