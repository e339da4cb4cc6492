package dev.litmus.runtime.internal.backup;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a backup is called: the database, the time in UTC, and what it is.
 *
 * @param database the name of the database's file without its ending
 * @param time in whole milliseconds
 * @param compressed whether it is compressed
 */
record BackupName(String database, Instant time, boolean compressed) {

  /** What the name of a manifest has besides that of its backup. */
  static final String MANIFEST = ".json";

  private static final Pattern NAME =
      Pattern.compile("(.+)_(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z)\\.sqlite(\\.gz)?");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH-mm-ss-SSS'Z'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  BackupName {
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Returns what the name of a database's file is without its ending. */
  static String databaseOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Reads a name; null when it is none of a backup. */
  static @Nullable BackupName parse(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return null;
    }
    try {
      Instant time = TIME.parse(parts.group(2), Instant::from);
      return new BackupName(parts.group(1), time, parts.group(3) != null);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Returns the manifest of a backup. */
  static Path manifest(Path backup) {
    return backup.resolveSibling(backup.getFileName() + MANIFEST);
  }

  /** The same a millisecond later, for when this one is taken. */
  BackupName next() {
    return new BackupName(database, time.plusMillis(1), compressed);
  }

  /** The name of the file. */
  @Override
  public String toString() {
    return database + "_" + TIME.format(time) + ".sqlite" + (compressed ? ".gz" : "");
  }
}
