package dev.litmus.runtime.internal.salvage;

import dev.litmus.runtime.internal.file.FileHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Puts into the header of a file what SQLite insists on, where something else is there: only values that have one right
 * answer, or that the rest of the file tells. The file is a copy.
 *
 * <p>Source: <a href="https://sqlite.org/fileformat2.html#the_database_header">the database header</a>.
 */
final class HeaderRepair {

  private static final int HEADER = 100;
  private static final int LOOKED_AT = 16 << 20;

  private final FileChannel file;
  private final Path log;
  private final byte[] start;
  private final ByteBuffer header;

  private HeaderRepair(FileChannel file, Path log) throws IOException {
    this.file = file;
    this.log = log;
    this.start = new byte[(int) Math.min(file.size(), LOOKED_AT)];
    ByteBuffer rest = ByteBuffer.wrap(start);
    while (rest.hasRemaining() && file.read(rest, rest.position()) > 0) {
      // Channels may read less than was asked for.
    }
    this.header = ByteBuffer.wrap(start, 0, HEADER).slice();
  }

  /**
   * Repairs the header of a copy.
   *
   * @param log where the copy of its log is, or would be
   * @return the name of its text encoding, as the pragma has it; null when the file is too short to hold anything
   */
  static @Nullable String run(Path copy, Path log) throws IOException {
    try (FileChannel file =
        FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return file.size() < 512 ? null : new HeaderRepair(file, log).run();
    }
  }

  private String run() throws IOException {
    boolean logged = Files.exists(log) && Files.size(log) > 0;
    header.put(0, FileHeader.magic());
    int page = pageSize(logged);
    header.putShort(16, (short) (page == 65_536 ? 1 : page));
    for (int version = 18; version <= 19; version++) {
      if (header.get(version) < 1 || header.get(version) > 2) {
        header.put(version, (byte) (logged ? 2 : 1));
      }
    }
    if ((header.get(20) & 0xff) > page - 480) {
      header.put(20, (byte) 0);
    }
    header.put(21, new byte[] {64, 32, 32});
    // The number of pages: of a file that was cut off, SQLite reads nothing otherwise.
    header.putInt(28, (int) Math.max(1, file.size() / page));
    header.putInt(92, header.getInt(24));
    within(44, 1, 4, 4);
    within(56, 1, 3, 1);
    file.write(header.rewind(), 0);
    return switch (header.getInt(56)) {
      case 2 -> "UTF-16le";
      case 3 -> "UTF-16be";
      default -> "UTF-8";
    };
  }

  private void within(int at, int least, int most, int otherwise) {
    int found = header.getInt(at);
    if (found < least || found > most) {
      header.putInt(at, otherwise);
    }
  }

  private int pageSize(boolean logged) throws IOException {
    int told = header.getShort(16) & 0xffff;
    int found = told == 1 ? 65_536 : told;
    if (isPageSize(found) && (plausible(found) > 0 || start.length < 2 * found)) {
      return found;
    }
    if (logged) {
      try (FileChannel in = FileChannel.open(log, StandardOpenOption.READ)) {
        ByteBuffer size = ByteBuffer.allocate(4);
        if (in.read(size, 8) == 4 && isPageSize(size.getInt(0))) {
          return size.getInt(0);
        }
      }
    }
    // Half of the size finds the same pages again, twice the size every second one.
    int most = 0;
    for (int size = 512; size <= 65_536; size *= 2) {
      most = Math.max(most, plausible(size));
    }
    int best = 65_536;
    while (most > 0 && plausible(best) < most * 9 / 10) {
      best /= 2;
    }
    return most == 0 ? 4096 : best;
  }

  private static boolean isPageSize(int size) {
    return size >= 512 && size <= 65_536 && Integer.bitCount(size) == 1;
  }

  /** How many pages begin as pages of tables and indexes do; the first one is not looked at. */
  private int plausible(int size) {
    int found = 0;
    for (int at = size; at + size <= start.length; at += size) {
      int kind = start[at];
      int cells = number(at + 3);
      int content = number(at + 5);
      // Cells lie behind the list of them, and inside of the page; fragments are few.
      int from = content == 0 ? 65_536 : content;
      if ((kind == 2 || kind == 5 || kind == 10 || kind == 13)
          && cells > 0
          && from < size
          && from >= 8 + 2 * cells
          && (start[at + 7] & 0xff) <= 60) {
        found++;
      }
    }
    return found;
  }

  private int number(int at) {
    return (start[at] & 0xff) * 256 + (start[at + 1] & 0xff);
  }
}
