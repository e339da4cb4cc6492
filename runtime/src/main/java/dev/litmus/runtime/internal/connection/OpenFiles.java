package dev.litmus.runtime.internal.connection;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The database files that this JVM has open, by real path. A file is open once: the writer's lock and restoring a backup
 * both count on it.
 */
public final class OpenFiles {

  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  private OpenFiles() {}

  /** Claims a file; false when it is open already. */
  public static boolean claim(Path realFile) {
    return OPEN.add(realFile);
  }

  /** Gives the file up. */
  public static void release(Path realFile) {
    OPEN.remove(realFile);
  }
}
