package dev.litmus.runtime;

import dev.litmus.runtime.internal.dynamic.RefusedSqlException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings columns and the components of a record together by their names, both ways: every component has one column, every
 * column one component. {@code chat_id} is {@code chatId}, and {@code "chat.title"} is the {@code title} of the record in
 * {@code chat}.
 */
final class RecordColumns {

  /**
   * A column that is left to be matched.
   *
   * @param number from 1
   * @param label what the result calls it
   * @param rest its name, without the records that lead to it
   */
  private record Column(int number, String label, String rest) {

    boolean isNested() {
      return rest.indexOf('.') >= 0;
    }

    String first() {
      return bare(isNested() ? rest.substring(0, rest.indexOf('.')) : rest);
    }

    Column inner() {
      return new Column(number, label, rest.substring(rest.indexOf('.') + 1));
    }
  }

  private final Set<Integer> used = new TreeSet<>();
  private final List<String> components = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private RecordColumns() {}

  static RecordReader reader(Class<?> type, List<String> labels) throws RefusedSqlException {
    List<Column> columns = new ArrayList<>();
    for (String label : labels) {
      columns.add(new Column(columns.size() + 1, label, label));
    }
    return new RecordColumns().match(type, columns);
  }

  private RecordReader match(Class<?> type, List<Column> columns) throws RefusedSqlException {
    RecordReader reader = record(RecordShape.of(type), "", columns);
    for (Column column : columns) {
      if (!used.contains(column.number())) {
        problems.add("no component for the column `" + column.label() + "`");
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusedSqlException(
          "the columns do not fit `" + type.getSimpleName() + "`: " + String.join("; ", problems),
          "Name each column after a component with AS; columns: "
              + String.join(", ", columns.stream().map(Column::label).toList())
              + "; components: " + String.join(", ", components));
    }
    return reader;
  }

  private RecordReader record(RecordShape shape, String path, List<Column> columns) {
    shape.checkCreatable();
    Map<String, RecordShape.Part> names = new HashMap<>();
    List<RecordReader.Part> readers = new ArrayList<>();
    for (RecordShape.Part part : shape.parts()) {
      RecordShape.Part other = names.put(bare(part.name()), part);
      if (other != null) {
        throw new IllegalArgumentException("no column can tell `" + other.name() + "` and `"
            + part.name() + "` of `" + shape.type().getName() + "` apart");
      }
      List<Column> named =
          columns.stream().filter(c -> c.first().equals(bare(part.name()))).toList();
      RecordReader.Part reader = RowMapping.isObject(part.type())
          ? nested(part, path, named)
          : column(shape, part, path, named);
      readers.add(part.optional() ? RecordReader.optional(reader) : reader);
    }
    int[] numbers = columns.stream().mapToInt(Column::number).toArray();
    return new RecordReader(shape, readers, numbers);
  }

  private RecordReader.Part column(
      RecordShape shape, RecordShape.Part part, String path, List<Column> named) {
    ColumnReader reader = ColumnReader.find(part.type());
    if (reader == null) {
      throw new IllegalArgumentException("no column can become `" + part.type().getTypeName()
          + "`, the type of `" + part.name() + "` in `" + shape.type().getName()
          + "`: give a RowReader");
    }
    components.add(path + part.name());
    List<Column> found = named.stream().filter(column -> !column.isNested()).toList();
    found.forEach(column -> used.add(column.number()));
    if (found.size() != 1) {
      problems.add((found.isEmpty() ? "no column" : found.size() + " columns")
          + " for the component `" + path + part.name() + "`");
      return row -> null;
    }
    String name = shape.type().getSimpleName() + "." + part.name();
    return RecordReader.column(name, reader, found.get(0).number());
  }

  private RecordReader.Part nested(RecordShape.Part part, String path, List<Column> named) {
    String name = path + part.name();
    List<Column> inner =
        named.stream().filter(Column::isNested).map(Column::inner).toList();
    if (inner.isEmpty()) {
      components.add(name);
      problems.add("no column for the component `" + name + "`, which is a record of "
          + RecordShape.of(part.type()).names() + ": begin their names with `\"" + name + ".`");
      return row -> null;
    }
    return RecordReader.nested(record(RecordShape.of(part.type()), name + ".", inner));
  }

  private static String bare(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
