package dev.litmus.processor.value;

/** What a value is called for people: a storage class, or a name for several. */
public enum SqlType {
  INTEGER,
  REAL,
  TEXT,
  BLOB,
  /** INTEGER or REAL. */
  NUMERIC,
  /** Not known, or several that have no name. */
  ANY
}
