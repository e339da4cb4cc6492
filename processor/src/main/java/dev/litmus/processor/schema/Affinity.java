package dev.litmus.processor.schema;

import java.util.Locale;

/**
 * What a column makes of the values that are stored in it or compared with it.
 *
 * @see <a href="https://sqlite.org/datatype3.html#determination_of_column_affinity">Determination of column affinity</a>
 */
public enum Affinity {
  INTEGER,
  TEXT,
  BLOB,
  REAL,
  NUMERIC;

  /** Returns the affinity of a declared type; the first rule that matches decides: {@code FLOATING POINT} is INTEGER. */
  public static Affinity of(String declaredType) {
    String type = declaredType.toUpperCase(Locale.ROOT);
    if (type.contains("INT")) {
      return INTEGER;
    }
    if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
      return TEXT;
    }
    if (type.contains("BLOB") || type.isEmpty()) {
      return BLOB;
    }
    return type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB") ? REAL : NUMERIC;
  }
}
