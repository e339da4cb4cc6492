package dev.litmus.processor.inference;

import dev.litmus.processor.scope.OutputColumn;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the columns of table-valued functions can hold, and of the tables that every database has.
 *
 * @see <a href="https://sqlite.org/json1.html#jeach">json_each and json_tree</a>
 * @see <a href="https://sqlite.org/series.html">generate_series</a>
 */
final class TableFunctions {

  private static final Value INTEGER = Value.of(Classes.INTEGER);
  private static final Value TEXT = Value.of(Classes.TEXT);

  private static final Map<String, Value> JSON = Map.of(
      "type", TEXT,
      "id", INTEGER,
      "fullkey", TEXT,
      "path", TEXT,
      "key",
          nullable(
              Classes.of(StorageClass.INTEGER, StorageClass.TEXT),
              "it is NULL for the whole of the JSON"),
      "parent", nullable(Classes.INTEGER, "it is NULL for the whole of the JSON"));

  private static final Map<String, Value> SERIES = Map.of("value", INTEGER);

  private static final Map<String, Map<String, Value>> KNOWN = Map.of(
      "json_each",
      JSON,
      "json_tree",
      JSON,
      "jsonb_each",
      JSON,
      "jsonb_tree",
      JSON,
      "generate_series",
      SERIES);

  private TableFunctions() {}

  private static Value nullable(Classes classes, String reason) {
    return Value.of(classes).orNull(NullReason.of(reason));
  }

  static Fields fields(String name, List<OutputColumn> columns) {
    String function = name.toLowerCase(Locale.ROOT);
    Map<String, Value> known = KNOWN.getOrDefault(function, Map.of());
    List<Fields.Field> all = new ArrayList<>();
    for (OutputColumn column : columns) {
      Value value = known.get(column.name());
      all.add(new Fields.Field(
          column.name(),
          value != null ? value : Value.unknown("`" + function + "` may leave it NULL")));
    }
    return Fields.of(all);
  }

  /** Returns what the arguments of a function are meant to be. */
  static SqlType argument(String name) {
    String function = name.toLowerCase(Locale.ROOT);
    if (function.startsWith("json")) {
      return SqlType.TEXT;
    }
    return function.equals("generate_series") ? SqlType.INTEGER : SqlType.ANY;
  }
}
