package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What every database file begins with. Looked at before SQLite is let near the file: that would delete the log of a
 * file whose beginning is damaged, when it closes it again.
 *
 * <p>Source: <a href="https://sqlite.org/fileformat.html#magic_header_string">magic header string</a>.
 */
public final class FileHeader {

  private static final byte[] MAGIC = "SQLite format 3\u0000".getBytes(StandardCharsets.US_ASCII);

  private static final int READ_VERSION = 19;
  private static final int WAL = 2;
  private static final int APPLICATION_ID = 68;

  private FileHeader() {}

  /**
   * Whether a database has a write-ahead log.
   *
   * @return false also for what is no database
   */
  public static boolean isWal(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] found = in.readNBytes(READ_VERSION + 1);
      return found.length > READ_VERSION && found[READ_VERSION] == WAL;
    }
  }

  /** Whether SQLite can take the file for a database; an empty one is a new database. */
  public static boolean isDatabase(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] found = in.readNBytes(MAGIC.length);
      return found.length == 0 || isMagic(found);
    }
  }

  /**
   * Reads a database's {@code PRAGMA application_id}.
   *
   * @return 0 also for what is no database
   */
  public static long applicationId(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] found = in.readNBytes(APPLICATION_ID + Integer.BYTES);
      return found.length < APPLICATION_ID + Integer.BYTES || !isMagic(found)
          ? 0
          : ByteBuffer.wrap(found).getInt(APPLICATION_ID);
    }
  }

  /** Whether a file that begins so is a database. */
  public static boolean isMagic(byte[] start) {
    return start.length >= MAGIC.length
        && Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
  }

  /** What a database begins with. */
  public static byte[] magic() {
    return MAGIC.clone();
  }

  /**
   * Whether the file is empty and the log beside it is not. SQLite would delete the log, and what was committed with it. Of a
   * database that has a log there is at least one page: another process that creates both writes the file first.
   */
  public static boolean isEmptyBesideLog(Path file) throws IOException {
    try {
      Path log = file.resolveSibling(file.getFileName() + "-wal");
      return Files.size(log) > 0 && Files.size(file) == 0;
    } catch (NoSuchFileException e) {
      return false;
    }
  }
}
