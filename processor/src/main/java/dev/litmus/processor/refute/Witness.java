package dev.litmus.processor.refute;

import dev.litmus.processor.sql.SqlName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A database in which something can be seen, and what is bound to see it.
 *
 * @param rows its rows, in the order in which they are inserted; other tables are empty, columns that are not named have
 *     their defaults
 * @param parameters what is bound to each position
 */
public record Witness(List<Row> rows, List<Datum> parameters) {

  public Witness {
    rows = List.copyOf(rows);
    parameters = List.copyOf(parameters);
  }

  /**
   * A row.
   *
   * @param values by column, in the order of the table
   */
  public record Row(String table, Map<String, Datum> values) {

    public Row {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Row with(String column, Datum value) {
      Map<String, Datum> changed = new LinkedHashMap<>(values);
      changed.put(column, value);
      return new Row(table, changed);
    }

    Row without(String column) {
      Map<String, Datum> changed = new LinkedHashMap<>(values);
      changed.remove(column);
      return new Row(table, changed);
    }

    private String shown() {
      return values.entrySet().stream()
          .map(value -> value.getKey() + " = " + value.getValue().sql())
          .collect(Collectors.joining(", ", "(", ")"));
    }

    private String insert() {
      if (values.isEmpty()) {
        return "INSERT INTO " + SqlName.quoted(table) + " DEFAULT VALUES;";
      }
      return "INSERT INTO " + SqlName.quoted(table)
          + values.keySet().stream()
              .map(SqlName::quoted)
              .collect(Collectors.joining(", ", " (", ")"))
          + values.values().stream()
              .map(Datum::sql)
              .collect(Collectors.joining(", ", " VALUES (", ");"));
    }
  }

  /** Returns it for a message: a line for each table, {@code customers: (id = 1, name = NULL)}, and one for what is bound. */
  public List<String> lines() {
    List<String> names = new ArrayList<>();
    for (int position = 1; position <= parameters.size(); position++) {
      names.add("?" + position);
    }
    return lines(names);
  }

  /**
   * Returns it for a message, with names that people know for the parameters.
   *
   * @param parameterNames a name for each position
   */
  public List<String> lines(List<String> parameterNames) {
    Map<String, List<String>> byTable = new LinkedHashMap<>();
    rows.forEach(
        row -> byTable.computeIfAbsent(row.table(), table -> new ArrayList<>()).add(row.shown()));
    List<String> lines = new ArrayList<>();
    byTable.forEach((table, shown) -> lines.add(table + ": " + String.join(", ", shown)));
    if (lines.isEmpty()) {
      lines.add("no rows in any table");
    }
    List<String> bound = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      bound.add(parameterNames.get(i) + " = " + parameters.get(i).sql());
    }
    if (!bound.isEmpty()) {
      lines.add(String.join(", ", bound));
    }
    return lines;
  }

  /** Returns the statements that make it from the empty schema. */
  public String script() {
    return rows.stream().map(Row::insert).collect(Collectors.joining("\n"));
  }
}
