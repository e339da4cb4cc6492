package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.internal.file.FileHeader;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * How large a database says it is.
 *
 * <p>Source: <a href="https://sqlite.org/fileformat.html#the_database_header">the database header</a>.
 *
 * @param bytes its pages
 * @param isReliable whether the number of pages was written by a version of SQLite that does so
 */
record ClaimedSize(long bytes, boolean isReliable) {

  /** How much of a file has to be read for it. */
  static final int HEADER = 100;

  private static final int PAGE_SIZE = 16;
  private static final int CHANGES = 24;
  private static final int PAGES = 28;
  private static final int VALID_FOR = 92;
  private static final int LARGEST_PAGE = 65_536;

  /** Returns what a header says; null when it is none. */
  static @Nullable ClaimedSize read(byte[] header) {
    if (header.length < HEADER || !FileHeader.isMagic(header)) {
      return null;
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    int size = Short.toUnsignedInt(fields.getShort(PAGE_SIZE));
    long pageSize = size == 1 ? LARGEST_PAGE : size;
    long pages = Integer.toUnsignedLong(fields.getInt(PAGES));
    boolean reliable = pages > 0 && fields.getInt(CHANGES) == fields.getInt(VALID_FOR);
    return new ClaimedSize(pages * pageSize, reliable);
  }
}
