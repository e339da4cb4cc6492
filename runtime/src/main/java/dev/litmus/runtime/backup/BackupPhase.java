package dev.litmus.runtime.backup;

/** What is being done while a backup is made, verified or restored, in this order. */
public enum BackupPhase {
  /** The database is copied, beside whoever writes. */
  COPY,
  /** The copy is compressed. */
  COMPRESS,
  /** What is on the disk is read and compared with what was written. */
  READ_BACK,
  /** A backup is read, and what is compressed is expanded. */
  UNPACK,
  /** SQLite checks every page. */
  CHECK
}
