package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the columns of virtual tables can hold.
 *
 * @see <a href="https://sqlite.org/fts5.html">FTS5</a>
 * @see <a href="https://sqlite.org/rtree.html">R*Tree</a>
 */
final class VirtualTables {

  private static final Pattern MODULE =
      Pattern.compile("(?is)^\\s*CREATE\\s+VIRTUAL\\s+TABLE\\b.*?\\bUSING\\s+(\\w+)");

  private VirtualTables() {}

  static Value value(Table table, Column column) {
    return switch (module(table)) {
      case "fts5" -> fts5(table, column);
      case "rtree", "rtree_i32" -> rtree(table, column);
      default ->
        new Value(
            ColumnValues.declared(column),
            Classes.ANY,
            Optional.of(reason(table, "stores what it likes")));
    };
  }

  static boolean isFullText(Table table) {
    return table.kind() == Table.Kind.VIRTUAL && module(table).startsWith("fts");
  }

  private static String module(Table table) {
    Matcher matcher = MODULE.matcher(table.sql());
    return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static NullReason reason(Table table, String words) {
    return NullReason.of("`" + table.name() + "` is a virtual table, which " + words);
  }

  /** Numbers are kept as they are, to be found as text. The rank is there only while something is searched for. */
  private static Value fts5(Table table, Column column) {
    boolean rank = column.hidden() && column.name().equalsIgnoreCase("rank");
    return rank
        ? new Value(
            Classes.REAL,
            Classes.ANY,
            Optional.of(reason(table, "ranks only what is searched for")))
        : new Value(
            Classes.ANY, Classes.ANY, Optional.of(reason(table, "takes NULL in every column")));
  }

  private static boolean isAuxiliary(Table table, Column column) {
    return Pattern.compile(
            "\\+\\s*[\"`\\[]?" + Pattern.quote(column.name()), Pattern.CASE_INSENSITIVE)
        .matcher(table.sql())
        .find();
  }

  /** The number of the row and the coordinates are never NULL; columns with a plus hold anything. */
  private static Value rtree(Table table, Column column) {
    boolean coordinate = !isAuxiliary(table, column);
    return switch (coordinate ? column.declaredType().toUpperCase(Locale.ROOT) : "") {
      case "INT", "INTEGER" -> Value.of(Classes.INTEGER);
      case "REAL" -> Value.of(Classes.REAL);
      default ->
        new Value(
            ColumnValues.declared(column),
            Classes.ANY,
            Optional.of(reason(table, "takes NULL in its other columns")));
    };
  }
}
