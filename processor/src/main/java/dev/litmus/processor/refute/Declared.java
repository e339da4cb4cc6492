package dev.litmus.processor.refute;

import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.value.StorageClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks whether columns hold what they are declared to: triggers, defaults and writes may have stored something else. */
final class Declared {

  private Declared() {}

  /** Returns a query that has a row when a column of one of these tables does not; empty when none can. */
  static Optional<String> broken(List<TableShape> tables) {
    List<String> queries = new ArrayList<>();
    for (TableShape table : tables) {
      List<String> conditions = table.kind() == TableShape.Kind.TABLE && !table.strict()
          ? table.stored().stream()
              .filter(column -> column.declared().size() < StorageClass.values().length)
              .map(Declared::broken)
              .toList()
          : List.of();
      if (!conditions.isEmpty()) {
        queries.add("SELECT 1 FROM main." + SqlName.quoted(table.name()) + " WHERE "
            + String.join(" OR ", conditions));
      }
    }
    return queries.isEmpty() ? Optional.empty() : Optional.of(String.join(" UNION ALL ", queries));
  }

  private static String broken(ColumnShape column) {
    Set<StorageClass> others = EnumSet.complementOf(EnumSet.copyOf(column.declared()));
    return "typeof(" + SqlName.quoted(column.name()) + ") IN "
        + others.stream()
            .map(storage -> "'" + storage.name().toLowerCase(Locale.ROOT) + "'")
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
