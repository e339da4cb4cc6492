package dev.litmus.processor.inference;

import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.StorageClass;
import dev.litmus.processor.value.Value;
import java.util.Locale;
import java.util.Optional;

/**
 * What a column of a table can hold.
 *
 * @see <a href="https://sqlite.org/datatype3.html">Datatypes in SQLite</a>
 * @see <a href="https://sqlite.org/stricttables.html">STRICT tables</a>
 */
public final class ColumnValues {

  private ColumnValues() {}

  static Value of(Table table, Column column) {
    Optional<NullReason> reason = column.notNull()
        ? Optional.empty()
        : Optional.of(NullReason.of(
            "`" + table.name() + "." + column.name() + "` is declared without NOT NULL"));
    if (numbersRows(table, column)) {
      return new Value(Classes.INTEGER, Classes.INTEGER, reason);
    }
    return new Value(expected(table, column), possible(table, column), reason);
  }

  /** The number of a row, the only column of a rowid table that is surely an INTEGER. */
  private static boolean numbersRows(Table table, Column column) {
    return table.kind() == Table.Kind.TABLE && column.numbersRows();
  }

  private static Classes expected(Table table, Column column) {
    return table.strict() ? strict(column) : declared(column);
  }

  /**
   * What a declaration promises. A column without a type holds anything, and so do those whose type is only a name to SQLite:
   * DATETIME has the affinity NUMERIC, and text in it. TRUE and FALSE are the numbers 1 and 0.
   */
  public static Classes declared(Column column) {
    String declared = column.declaredType().toUpperCase(Locale.ROOT);
    return switch (column.affinity()) {
      case INTEGER -> Classes.INTEGER;
      case REAL -> Classes.REAL;
      case TEXT -> Classes.TEXT;
      case BLOB -> declared.isEmpty() ? Classes.ANY : Classes.BLOB;
      case NUMERIC -> numeric(declared);
    };
  }

  private static Classes numeric(String declared) {
    if (declared.contains("BOOL")) {
      return Classes.INTEGER;
    }
    return declared.contains("NUM") || declared.contains("DEC") ? Classes.NUMBER : Classes.ANY;
  }

  private static Classes possible(Table table, Column column) {
    if (table.strict()) {
      return strict(column);
    }
    if (table.kind() != Table.Kind.TABLE) {
      return Classes.ANY;
    }
    return switch (column.affinity()) {
      // Numbers become text.
      case TEXT -> Classes.TEXT;
      // Integers become reals.
      case REAL -> Classes.of(StorageClass.REAL, StorageClass.TEXT, StorageClass.BLOB);
      case INTEGER, NUMERIC, BLOB -> Classes.ANY;
    };
  }

  private static Classes strict(Column column) {
    return switch (column.declaredType().toUpperCase(Locale.ROOT)) {
      case "INT", "INTEGER" -> Classes.INTEGER;
      case "REAL" -> Classes.REAL;
      case "TEXT" -> Classes.TEXT;
      case "BLOB" -> Classes.BLOB;
      default -> Classes.ANY;
    };
  }
}
