package dev.litmus.processor.refute;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which columns SQLite blames for refusing a row. */
final class Refused {

  private static final Pattern COLUMNS =
      Pattern.compile("(?:UNIQUE|NOT NULL) constraint failed: ([^)]*)");

  private Refused() {}

  static List<ColumnShape> columns(TableShape table, String message) {
    List<ColumnShape> columns = new ArrayList<>();
    Matcher matcher = COLUMNS.matcher(message);
    if (matcher.find()) {
      for (String name : matcher.group(1).split(", ", -1)) {
        table.column(name.substring(name.indexOf('.') + 1)).ifPresent(columns::add);
      }
    }
    return columns;
  }
}
