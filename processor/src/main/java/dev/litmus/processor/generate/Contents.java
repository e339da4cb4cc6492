package dev.litmus.processor.generate;

import dev.litmus.processor.declaration.Conversion;
import dev.litmus.processor.declaration.ParameterType;
import dev.litmus.processor.declaration.ValueType;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.model.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the methods of a repository need together.
 *
 * @param objects what rows become, those inside others too; each needs a method that reads it
 * @param conversions how values are stored; each needs a field
 */
record Contents(Set<Row.ObjectRow> objects, Set<Conversion> conversions) {

  private Contents() {
    this(new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  static Contents of(Row row) {
    Contents contents = new Contents();
    contents.add(row);
    return contents;
  }

  static Contents of(List<QueryModel> queries) {
    Contents contents = new Contents();
    for (QueryModel query : queries) {
      query.result().rows().forEach(contents::add);
      query.bindings().stream().map(Binding::type).forEach(contents::add);
      if (query.result() instanceof Result.Counted counted) {
        counted.countBindings().stream().map(Binding::type).forEach(contents::add);
      }
    }
    return contents;
  }

  /** Whether one of the converters belongs to the repository, and not to its class. */
  boolean needRepository() {
    return conversions.stream().anyMatch(Conversion::handedOver);
  }

  private void add(Row row) {
    if (row instanceof Row.ValueRow value) {
      add(value.type());
    } else if (row instanceof Row.ObjectRow object && objects.add(object)) {
      object.parts().forEach(this::add);
    }
  }

  private void add(Row.Part part) {
    if (part instanceof Row.ObjectPart nested) {
      add(nested.object());
    } else if (part instanceof Row.ColumnPart column) {
      add(column.type());
    }
  }

  private void add(ParameterType type) {
    if (type instanceof ParameterType.Values values) {
      add(values.element());
    } else if (type instanceof ParameterType.Value value) {
      add(value.type());
    }
  }

  private void add(ValueType type) {
    if (type instanceof ValueType.Perhaps perhaps) {
      add(perhaps.value());
    } else if (type instanceof ValueType.Converted converted) {
      conversions.add(converted.conversion());
    }
  }
}
