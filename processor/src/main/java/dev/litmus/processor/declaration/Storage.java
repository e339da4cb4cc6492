package dev.litmus.processor.declaration;

/**
 * What a value of Java becomes in SQLite.
 *
 * @see <a href="https://sqlite.org/datatype3.html#storage_classes_and_datatypes">Storage classes</a>
 */
public enum Storage {
  INTEGER,
  REAL,
  TEXT,
  BLOB
}
