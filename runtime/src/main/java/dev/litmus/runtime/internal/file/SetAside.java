package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Gives a damaged database another name, so that a new one can take its place and the old one can still be examined.
 * Nothing is ever deleted or replaced. Both are closed while this happens, and no other process has them open.
 */
public final class SetAside {

  /**
   * Sidecars go before the database, durably. A log that stayed behind would be replayed into the new database of that name: a
   * crash in between leaves at worst the damaged database without its log, which is safe beside it.
   */
  private static final List<String> SUFFIXES = List.of("-wal", "-journal", "-shm", "");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SetAside() {}

  /**
   * Renames {@code chat.sqlite} to {@code chat.sqlite.damaged-20260102T030405.678Z}, and with it the files that SQLite
   * keeps beside it, which SQLite finds there again. The time is a little later when that name is taken.
   *
   * @param files the way of the file system
   * @param database the file, closed
   * @param now the time of the name
   * @return where the database is now
   * @throws IOException when a file cannot be renamed, for example because it is open; all have their old names again,
   *     or the message says which have not
   */
  public static Path of(FileSeam files, Path database, Instant now) throws IOException {
    files.requireRegularFile(database);
    Path aside = freeName(database, now);
    Path directory = Objects.requireNonNull(database.toAbsolutePath().getParent());
    List<String> moved = new ArrayList<>();
    try {
      for (String suffix : SUFFIXES) {
        if (suffix.isEmpty()) {
          files.syncDirectory(directory);
        }
        if (exists(with(database, suffix))) {
          files.moveToNew(with(database, suffix), with(aside, suffix));
          moved.add(suffix);
        }
      }
      files.syncDirectory(directory);
      return aside;
    } catch (IOException | RuntimeException e) {
      List<Path> stranded = moveBack(files, database, aside, moved, e);
      String outcome = stranded.isEmpty()
          ? "nothing was renamed"
          : "these could not get their names back: " + stranded;
      throw new IOException(
          database + " cannot be set aside, " + outcome + ": " + FileProblem.reason(e), e);
    }
  }

  private static List<Path> moveBack(
      FileSeam files, Path database, Path aside, List<String> moved, Exception failure) {
    List<Path> stranded = new ArrayList<>();
    for (int i = moved.size() - 1; i >= 0; i--) {
      String suffix = moved.get(i);
      try {
        files.moveToNew(with(aside, suffix), with(database, suffix));
      } catch (IOException | RuntimeException late) {
        failure.addSuppressed(late);
        stranded.add(with(aside, suffix));
      }
    }
    return stranded;
  }

  private static Path freeName(Path database, Instant now) {
    Instant time = now.truncatedTo(ChronoUnit.MILLIS);
    while (true) {
      Path aside = with(database, ".damaged-" + TIME.format(time));
      if (SUFFIXES.stream().noneMatch(suffix -> exists(with(aside, suffix)))) {
        return aside;
      }
      time = time.plusMillis(1);
    }
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path with(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
