package dev.litmus.runtime.internal.file;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What a database is called that has made room for another one of its name. */
public final class AsideName {

  /** What SQLite keeps beside a database. */
  static final List<String> LOGS = List.of("-wal", "-journal", "-shm");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private AsideName() {}

  /**
   * Returns for example {@code chat.sqlite.damaged-20260102T030405.678Z}. The time is a little later when that name, or one
   * of those that SQLite would look for beside it, is taken.
   *
   * @param why the word in it
   */
  public static Path free(Path database, String why, Instant now) {
    Instant time = now.truncatedTo(ChronoUnit.MILLIS);
    while (true) {
      Path aside = with(database, "." + why + "-" + TIME.format(time));
      if (!exists(aside) && LOGS.stream().noneMatch(log -> exists(with(aside, log)))) {
        return aside;
      }
      time = time.plusMillis(1);
    }
  }

  /** Returns whether anything has the name, be it a link that leads nowhere. */
  public static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  static Path with(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
