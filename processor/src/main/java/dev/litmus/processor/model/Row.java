package dev.litmus.processor.model;

import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.ValueType;
import java.util.List;
import java.util.stream.Stream;

/** What one row of a result becomes. */
public sealed interface Row {

  /** The value of one column; {@code column} is 1-based as in JDBC. */
  record ValueRow(ValueType type, int column) implements Row {}

  /**
   * A record, made by its canonical constructor, or an object of another class.
   *
   * @param type the record or class
   * @param parts what the parameters of the constructor get, in its order
   */
  record ObjectRow(JavaType.Declared type, List<Part> parts) implements Row {
    public ObjectRow {
      parts = List.copyOf(parts);
    }

    /** Returns the numbers of all columns it is made of. */
    public Stream<Integer> columns() {
      return parts.stream()
          .flatMap(part -> part instanceof ObjectPart nested
              ? nested.object().columns()
              : Stream.of(((ColumnPart) part).column()));
    }
  }

  /** What one parameter of a constructor gets. */
  sealed interface Part {}

  /** One column, read as one type; {@code column} is 1-based as in JDBC. */
  record ColumnPart(ValueType type, int column) implements Part {}

  /**
   * An object inside the object: absent when all its columns are NULL.
   *
   * @param optional whether it is wrapped, and empty when it is absent, instead of null
   */
  record ObjectPart(ObjectRow object, boolean optional) implements Part {}
}
