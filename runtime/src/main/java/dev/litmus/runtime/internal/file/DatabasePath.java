package dev.litmus.runtime.internal.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database may be. The driver obeys parts of a path: {@code ?journal_mode=off} behind it, {@code file:} and
 * {@code :memory:} before it. An absolute path without a question mark is a path and nothing else. Looks at names alone,
 * at no file.
 */
public final class DatabasePath {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+");
  private static final int LONGEST_NAME = 100;

  /** Of the 255 bytes that file systems allow, what `-journal` leaves. */
  private static final int LONGEST_FILE_NAME = 247;

  private static final List<String> SIDECARS = List.of("-wal", "-shm", "-journal", "-lock");

  /** What Windows takes for a device, also with a suffix. */
  private static final Set<String> DEVICES = Set.of(
      "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
      "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private DatabasePath() {}

  /**
   * Returns the path of a schema's database.
   *
   * @param directory where it is, or is to be created
   * @param schema the name of the schema
   * @return the absolute path of {@code <schema>.sqlite}
   * @throws RefusedPathException when the name is more than letters, digits, `_` and `-`, or the directory is refused
   */
  public static Path in(Path directory, String schema) throws RefusedPathException {
    checkSchema(schema);
    return directory(directory).resolve(schema + ".sqlite");
  }

  /**
   * Returns the absolute path of a directory of databases.
   *
   * @throws RefusedPathException when the driver would not read it as a path, or as one of another file system
   */
  public static Path directory(Path directory) throws RefusedPathException {
    if (!directory.getFileSystem().equals(FileSystems.getDefault())) {
      throw new RefusedPathException(
          "the path `" + shown(directory.toString()) + "` is inside `"
              + shown(directory.getFileSystem().toString())
              + "`, and SQLite would look for it on the disk",
          "Choose a path of the default file system");
    }
    Path absolute = absolute(directory);
    String text = absolute.toString();
    if (text.indexOf('?') >= 0) {
      throw new RefusedPathException(
          "the path `" + shown(text) + "` contains `?`, behind which the driver reads options",
          "Choose another directory");
    }
    if (text.indexOf('\0') >= 0) {
      throw new RefusedPathException(
          "the path `" + shown(text)
              + "` contains the character 0, at which SQLite would cut it off",
          "Choose another directory");
    }
    return absolute;
  }

  /**
   * Returns the absolute path of a database with a name of its own.
   *
   * @param file where it is, or is to be created
   * @throws RefusedPathException when the driver would not read it as a path, or SQLite or Windows use such a name for
   *     something else
   */
  public static Path file(Path file) throws RefusedPathException {
    Path absolute = directory(file);
    @Nullable Path last = absolute.getFileName();
    String name = last == null ? "" : last.toString();
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      throw new RefusedPathException(
          "the path `" + shown(absolute.toString()) + "` names no file",
          "Add the name of the database file");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_FILE_NAME) {
      throw new RefusedPathException(
          "the file name `" + shown(name) + "` is longer than " + LONGEST_FILE_NAME
              + " bytes, which leaves no room for the names that SQLite derives from it",
          "Choose another name");
    }
    for (String sidecar : SIDECARS) {
      if (name.endsWith(sidecar)) {
        throw new RefusedPathException(
            "the file name `" + shown(name) + "` ends in `" + sidecar
                + "`, as files do that SQLite or Litmus keeps beside a database",
            "Choose another name");
      }
    }
    if (isDevice(name)) {
      throw device(name);
    }
    return absolute;
  }

  /**
   * Accepts what is one plain file name on every system.
   *
   * @throws RefusedPathException when it is not
   */
  public static void checkSchema(String schema) throws RefusedPathException {
    if (!PLAIN.matcher(schema).matches() || schema.length() > LONGEST_NAME) {
      throw new RefusedPathException(
          "the schema name `" + shown(schema) + "` is not 1 to " + LONGEST_NAME
              + " letters (a to z), digits, `_` and `-`",
          "Rename the folder of its migrations");
    }
    if (isDevice(schema)) {
      throw device(schema);
    }
  }

  private static Path absolute(Path path) throws RefusedPathException {
    try {
      return path.toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new RefusedPathException(
          "the path is invalid: " + shown(String.valueOf(e.getMessage())),
          "Choose another directory");
    }
  }

  private static boolean isDevice(String name) {
    int dot = name.indexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return DEVICES.contains(stem.strip().toLowerCase(Locale.ROOT));
  }

  private static RefusedPathException device(String name) {
    return new RefusedPathException(
        "the name `" + shown(name) + "` means a device on Windows", "Choose another name");
  }

  /** Short, and without what would break a line or hide in one. */
  private static String shown(String text) {
    String start = text.length() <= 200 ? text : text.substring(0, 200) + "…";
    StringBuilder shown = new StringBuilder();
    start.codePoints().forEach(c -> {
      int type = Character.getType(c);
      if (type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.SURROGATE
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR) {
        shown.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        shown.appendCodePoint(c);
      }
    });
    return shown.toString();
  }
}
