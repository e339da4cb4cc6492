package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Gives a damaged database another name, so that a new one can take its place and the old one can still be examined.
 * Nothing is ever deleted or replaced. Both are closed while this happens, and no other process has them open.
 *
 * <p>Sidecars go before the database, durably. A log that stayed behind would be replayed into the new database of that
 * name: a crash in between leaves at worst the damaged database without its log, which is safe beside it.
 */
public final class SetAside {

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
    Path aside = AsideName.free(database, "damaged", now);
    List<String> moved = logs(files, database, aside);
    try {
      files.moveToNew(database, aside);
      moved.add("");
      sync(files, database);
      return aside;
    } catch (IOException | RuntimeException e) {
      throw undone(files, database, aside, moved, e);
    }
  }

  /**
   * Renames what SQLite keeps beside a database, and leaves the database itself.
   *
   * @param aside what the database is called once it is renamed as well
   * @return the endings of what was renamed, for {@link #logsBack}
   * @throws IOException when a file cannot be renamed; as {@link #of}
   */
  public static List<String> logs(FileSeam files, Path database, Path aside) throws IOException {
    List<String> moved = new ArrayList<>();
    try {
      for (String log : AsideName.LOGS) {
        if (AsideName.exists(AsideName.with(database, log))) {
          files.moveToNew(AsideName.with(database, log), AsideName.with(aside, log));
          moved.add(log);
        }
      }
      sync(files, database);
      return moved;
    } catch (IOException | RuntimeException e) {
      throw undone(files, database, aside, moved, e);
    }
  }

  /**
   * Gives them their names back.
   *
   * @param failure why; what cannot be renamed is added to it
   */
  public static void logsBack(
      FileSeam files, Path database, Path aside, List<String> moved, Exception failure) {
    moveBack(files, database, aside, moved, failure);
  }

  private static void sync(FileSeam files, Path database) throws IOException {
    files.syncDirectory(Objects.requireNonNull(database.toAbsolutePath().getParent()));
  }

  private static IOException undone(
      FileSeam files, Path database, Path aside, List<String> moved, Exception failure) {
    List<Path> stranded = moveBack(files, database, aside, moved, failure);
    String outcome = stranded.isEmpty()
        ? "nothing was renamed"
        : "these could not get their names back: " + stranded;
    return new IOException(
        database + " cannot be set aside, " + outcome + ": " + FileProblem.reason(failure),
        failure);
  }

  private static List<Path> moveBack(
      FileSeam files, Path database, Path aside, List<String> moved, Exception failure) {
    List<Path> stranded = new ArrayList<>();
    for (int i = moved.size() - 1; i >= 0; i--) {
      String suffix = moved.get(i);
      try {
        files.moveToNew(AsideName.with(aside, suffix), AsideName.with(database, suffix));
      } catch (IOException | RuntimeException late) {
        failure.addSuppressed(late);
        stranded.add(AsideName.with(aside, suffix));
      }
    }
    return stranded;
  }
}
