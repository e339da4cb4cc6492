package dev.litmus.runtime.internal.dynamic;

/** What running a statement does. */
public enum SqlKind {
  /** Reads: SELECT, VALUES, EXPLAIN, and pragmas that answer. */
  QUERY,
  /** INSERT and REPLACE. */
  INSERT,
  /** UPDATE and DELETE. */
  CHANGE,
  /** Changes the schema, the file or its statistics, and no rows that could be counted. */
  SCHEMA,
  /** VACUUM, which runs in no transaction. */
  VACUUM,
  /** Nothing that is known to be SQL: SQLite says what is wrong with it. */
  UNKNOWN
}
