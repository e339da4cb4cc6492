package dev.litmus.processor.model;

import dev.litmus.processor.declaration.ComponentDeclaration;
import dev.litmus.processor.declaration.JavaType;
import dev.litmus.processor.declaration.Nullness;
import dev.litmus.processor.declaration.ValueType;
import java.util.List;
import java.util.stream.Stream;

/** What one row of a result becomes. */
public sealed interface Row {

  /**
   * The value of one column.
   *
   * @param column 1-based as in JDBC
   * @param nullness whether there is room for NULL where it goes
   */
  record ValueRow(ValueType type, int column, Nullness nullness) implements Row {}

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

  /**
   * One column, read as one type.
   *
   * @param component what gets it
   * @param column 1-based as in JDBC
   */
  record ColumnPart(ComponentDeclaration component, ValueType type, int column) implements Part {}

  /**
   * An object inside the object: absent when all its columns are NULL.
   *
   * @param component what gets it
   * @param optional whether it is wrapped, and empty when it is absent, instead of null
   */
  record ObjectPart(ComponentDeclaration component, ObjectRow object, boolean optional)
      implements Part {}
}
