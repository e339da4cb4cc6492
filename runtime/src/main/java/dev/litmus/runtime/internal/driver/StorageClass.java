package dev.litmus.runtime.internal.driver;

/**
 * What one value is for SQLite.
 *
 * <p>Source: <a href="https://sqlite.org/c3ref/c_blob.html">the codes</a>.
 */
public enum StorageClass {
  /** A whole number of 64 bits. */
  INTEGER,
  /** A floating-point number of 64 bits. */
  REAL,
  /** Text. */
  TEXT,
  /** Bytes. */
  BLOB,
  /** NULL. */
  NULL;

  private static final StorageClass[] BY_CODE = values();

  /** Returns the one of a code from 1. */
  static StorageClass of(int code) {
    return BY_CODE[code - 1];
  }
}
