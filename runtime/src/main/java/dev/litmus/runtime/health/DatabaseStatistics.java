package dev.litmus.runtime.health;

/**
 * How large a database is, at one moment.
 *
 * @param schema its schema
 * @param pageSize in bytes
 * @param pages how many there are in the database, as its last commit left it
 * @param freePages how many of them hold nothing, and are used before the file grows
 * @param logBytes the size of the write-ahead log, {@code -wal}, in bytes; 0 without one. It grows while readers keep it from
 *     being used again, and keeps the size that it once had
 */
public record DatabaseStatistics(
    String schema, long pageSize, long pages, long freePages, long logBytes) {

  /** What each page in the log has besides its content. */
  private static final int FRAME_HEADER = 24;

  private static final int LOG_HEADER = 32;

  /**
   * Returns the size of the database without its log.
   *
   * @return in bytes
   */
  public long sizeBytes() {
    return pages * pageSize;
  }

  /**
   * Returns how many pages the log has room for.
   *
   * @return a number of pages; not all of them need be in use
   * @see <a href="https://sqlite.org/fileformat2.html#walformat">the format of the log</a>
   */
  public long logPages() {
    return logBytes <= LOG_HEADER ? 0 : (logBytes - LOG_HEADER) / (pageSize + FRAME_HEADER);
  }
}
