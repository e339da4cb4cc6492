package dev.litmus.processor.refute;

import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.value.StorageClass;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What must be known of a column to fill it.
 *
 * @param declaredType as written; empty when there is none
 * @param affinity what becomes of values that are stored; not always what the type says: columns of virtual tables have
 *     none
 * @param notNull whether NULL is refused
 * @param numbersRows whether it is the number of the row, the INTEGER PRIMARY KEY
 * @param key whether it belongs to the primary key
 * @param hasDefault whether it is something else than NULL when nothing is inserted
 */
record ColumnShape(
    String name,
    String declaredType,
    Affinity affinity,
    boolean notNull,
    boolean numbersRows,
    boolean key,
    boolean hasDefault) {

  /**
   * Returns the storage classes of what it is declared to hold. A type that SQLite has no word for holds what people put
   * there: a DATETIME is a number or a text.
   */
  Set<StorageClass> declared() {
    String type = declaredType.toUpperCase(Locale.ROOT);
    if (type.isEmpty() || type.equals("ANY")) {
      return EnumSet.allOf(StorageClass.class);
    }
    return switch (Affinity.of(declaredType)) {
      case INTEGER -> EnumSet.of(StorageClass.INTEGER);
      case REAL -> EnumSet.of(StorageClass.REAL);
      case TEXT -> EnumSet.of(StorageClass.TEXT);
      case BLOB -> EnumSet.of(StorageClass.BLOB);
      case NUMERIC ->
        type.contains("BOOL")
            ? EnumSet.of(StorageClass.INTEGER)
            : type.contains("NUM") || type.contains("DEC")
                ? EnumSet.of(StorageClass.INTEGER, StorageClass.REAL)
                : EnumSet.of(StorageClass.INTEGER, StorageClass.REAL, StorageClass.TEXT);
    };
  }

  /** That no BLOB is in a column that is declared as text is taken for granted; numbers become text there. */
  boolean isText() {
    return affinity == Affinity.TEXT;
  }

  /** Returns what the column makes of a value that is stored in it. */
  Datum stored(Datum value) {
    return Stored.in(affinity, value);
  }
}
