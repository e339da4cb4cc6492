package dev.litmus.processor.value;

/**
 * What kind of value SQLite holds, NULL apart.
 *
 * @see <a href="https://sqlite.org/datatype3.html#storage_classes_and_datatypes">Storage classes</a>
 */
public enum StorageClass {
  INTEGER,
  REAL,
  TEXT,
  BLOB
}
