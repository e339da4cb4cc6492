package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Moves a database out of the way, for somebody to look at later. Nothing is deleted and nothing overwritten.
 *
 * <p>Its log goes first and the file itself last: a crash in between must not leave an old log beside a new database,
 * into which SQLite would replay it.
 */
public final class SetAside {

  private static final List<String> SUFFIXES = List.of("-wal", "-journal", "-shm", "");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private SetAside() {}

  /**
   * Renames a database file and what belongs to it, to {@code <name>.damaged-<time>} and the same endings.
   *
   * @param file the database file, which is not open in this process
   * @param now goes into the name
   * @return where the file is now
   * @throws IOException when one cannot be renamed; those already moved stay moved
   */
  public static Path rename(Path file, Instant now) throws IOException {
    String base = file.getFileName() + ".damaged-" + TIME.format(now);
    String name = base;
    for (int n = 2; isTaken(file, name); n++) {
      name = base + "-" + n;
    }
    for (String suffix : SUFFIXES) {
      Path part = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(part, file.resolveSibling(name + suffix));
      }
    }
    return file.resolveSibling(name);
  }

  private static boolean isTaken(Path file, String name) {
    return SUFFIXES.stream()
        .anyMatch(
            suffix -> Files.exists(file.resolveSibling(name + suffix), LinkOption.NOFOLLOW_LINKS));
  }
}
