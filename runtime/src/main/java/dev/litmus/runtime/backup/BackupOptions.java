package dev.litmus.runtime.backup;

/**
 * How a backup is made. Immutable.
 *
 * @param compressed whether it is compressed, by gzip
 * @param checkpointed whether the database's log is emptied into its file first, as far as nobody reads it. The backup has
 *     the same content with and without: it only keeps the log from being there for longer
 * @param retention which backups of this database stay in the directory, once the new one is verified
 * @param progress is told how far it is
 */
public record BackupOptions(
    boolean compressed, boolean checkpointed, Retention retention, BackupProgress progress) {

  /** Not compressed, no checkpoint, all are kept, and nobody is told. */
  public static final BackupOptions DEFAULT =
      new BackupOptions(false, false, Retention.ALL, BackupProgress.NOBODY);

  /**
   * Returns the same, and compressed: about a quarter of the size for text, and much slower.
   *
   * @return the options
   */
  public BackupOptions withCompression() {
    return new BackupOptions(true, checkpointed, retention, progress);
  }

  /**
   * Returns the same, and the log is emptied first.
   *
   * @return the options
   */
  public BackupOptions withCheckpoint() {
    return new BackupOptions(compressed, true, retention, progress);
  }

  /**
   * Returns the same with a rule for older backups.
   *
   * @param rule which ones stay
   * @return the options
   */
  public BackupOptions withRetention(Retention rule) {
    return new BackupOptions(compressed, checkpointed, rule, progress);
  }

  /**
   * Returns the same, and somebody is told how far it is.
   *
   * @param listener what it throws ends the backup
   * @return the options
   */
  public BackupOptions withProgress(BackupProgress listener) {
    return new BackupOptions(compressed, checkpointed, retention, listener);
  }
}
