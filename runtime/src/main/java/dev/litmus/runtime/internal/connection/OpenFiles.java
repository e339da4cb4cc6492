package dev.litmus.runtime.internal.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The database files that this JVM has open, by real path, and by the file system's own key where it has one: a hard
 * link is the same file under another name. A file is open once: the writer's lock and restoring a backup both count on
 * it. Under two names SQLite would even keep two logs, and neither connection would see the other's.
 */
public final class OpenFiles {

  private static final Map<Path, Optional<Object>> OPEN = new HashMap<>();

  private OpenFiles() {}

  /** Claims a file that is there; false when it is open already. */
  public static boolean claim(Path realFile) {
    Optional<Object> key = key(realFile);
    synchronized (OPEN) {
      if (isOpen(realFile, key)) {
        return false;
      }
      OPEN.put(realFile, key);
      return true;
    }
  }

  /** Whether a file is claimed, under whatever name. */
  public static boolean isOpen(Path realFile) {
    return isOpen(realFile, key(realFile));
  }

  private static boolean isOpen(Path realFile, Optional<Object> key) {
    synchronized (OPEN) {
      return OPEN.containsKey(realFile) || (key.isPresent() && OPEN.containsValue(key));
    }
  }

  /** Says that a file that was claimed may be another one of that name by now. */
  public static void renew(Path realFile) {
    Optional<Object> key = key(realFile);
    synchronized (OPEN) {
      OPEN.replace(realFile, key);
    }
  }

  /** Gives the file up, whatever has its name now. */
  public static void release(Path realFile) {
    synchronized (OPEN) {
      OPEN.remove(realFile);
    }
  }

  /** What tells a file from one that had its name before. Empty on Windows, and for what cannot be read. */
  public static Optional<Object> key(Path file) {
    try {
      return Optional.ofNullable(
          Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
