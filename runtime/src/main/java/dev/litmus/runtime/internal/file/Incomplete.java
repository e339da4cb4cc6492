package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files that are not complete yet, readable for the owner alone, under names that nobody takes for anything else. What is
 * complete is given another name; closing deletes the others. A process that is killed leaves them, and the next one that
 * comes into the directory deletes them: a lock of the operating system says whose are still being written.
 */
public final class Incomplete implements AutoCloseable {

  private static final String PREFIX = ".incomplete-";

  /** A lock file this young may belong to a process that has not taken it yet. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  /** Trying to take a lock that this process has would drop it. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final FileSeam files;
  private final Path base;
  private final UseLock lock;

  private Incomplete(FileSeam files, Path base, UseLock lock) {
    this.files = files;
    this.base = base;
    this.lock = lock;
  }

  /**
   * Begins with none, and deletes those that a process left here that was killed.
   *
   * @param directory an absolute path that is there
   */
  public static Incomplete in(FileSeam files, Path directory) throws IOException {
    sweep(files, directory);
    while (true) {
      Path base = directory.resolve(PREFIX + UUID.randomUUID());
      OWN.add(base);
      UseLock lock = UseLock.take(files, base);
      if (lock != null) {
        return new Incomplete(files, base, lock);
      }
      OWN.remove(base);
    }
  }

  /** Returns the name of a file; nothing is there yet. */
  public Path name(String suffix) {
    return base.resolveSibling(base.getFileName() + suffix);
  }

  /** Creates an empty file. */
  public Path create(String suffix) throws IOException {
    Path file = name(suffix);
    files.createFile(file);
    return file;
  }

  private static void sweep(FileSeam files, Path directory) throws IOException {
    String ending = UseLock.SUFFIX;
    for (Path found : list(directory, PREFIX + "*" + ending)) {
      String name = String.valueOf(found.getFileName());
      Path base = found.resolveSibling(name.substring(0, name.length() - ending.length()));
      if (!OWN.contains(base) && isOld(found)) {
        sweepOne(files, base);
      }
    }
  }

  private static boolean isOld(Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(YOUNG));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static void sweepOne(FileSeam files, Path base) throws IOException {
    @Nullable UseLock lock = UseLock.take(files, base);
    if (lock != null) {
      new Incomplete(files, base, lock).close();
    }
  }

  private static List<Path> list(Path directory, String pattern) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, pattern)) {
      entries.forEach(found::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found;
  }

  /** Deletes what has not been given another name. What cannot be deleted now is deleted by the next one. */
  @Override
  public void close() {
    String locked = base.getFileName() + UseLock.SUFFIX;
    try {
      for (Path file : list(Objects.requireNonNull(base.getParent()), base.getFileName() + "*")) {
        if (!String.valueOf(file.getFileName()).equals(locked)) {
          files.delete(file);
        }
      }
      lock.close();
      // Last: without it nobody would find the others.
      files.delete(base.resolveSibling(locked));
    } catch (IOException e) {
      LOG.log(Level.WARNING, base + "…: not deleted yet", e);
    } finally {
      OWN.remove(base);
    }
  }
}
