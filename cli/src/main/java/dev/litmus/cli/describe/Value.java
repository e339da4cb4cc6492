package dev.litmus.cli.describe;

import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.schema.Column;
import java.util.Locale;

/**
 * A column or a parameter.
 *
 * @param name its name; of a parameter without its prefix
 * @param type INTEGER, REAL, TEXT, BLOB, NUMERIC, or ANY when it is unknown or mixed
 * @param nullable whether it may be NULL
 */
public record Value(String name, String type, boolean nullable) {

  /** A column that is one of a table has the type of that; NULL may come from an outer join. */
  static Value of(ResultColumn column) {
    return new Value(column.name(), column.declared().map(Value::type).orElse("ANY"), true);
  }

  /**
   * The type that a declaration promises. A column without a type holds anything, and so do those whose type is only a name
   * to SQLite: DATETIME has the affinity NUMERIC, and text in it.
   */
  private static String type(Column column) {
    String declared = column.declaredType().toUpperCase(Locale.ROOT);
    return switch (column.affinity()) {
      case INTEGER, REAL, TEXT -> column.affinity().name();
      case BLOB -> declared.isEmpty() ? "ANY" : "BLOB";
      case NUMERIC ->
        declared.contains("NUM") || declared.contains("DEC") || declared.contains("BOOL")
            ? "NUMERIC"
            : "ANY";
    };
  }

  /** What is unknown may be anything. */
  static Value unknown(String name) {
    return new Value(name, "ANY", true);
  }
}
