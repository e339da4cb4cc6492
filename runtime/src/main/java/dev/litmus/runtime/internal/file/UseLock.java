package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a database that may be set aside. Whoever opens it shares the lock until the database is closed; whoever sets
 * it aside has the lock alone. Otherwise a process could set aside what another has just begun anew, or what another
 * still has open: SQLite would then delete, when it closes the old database, the log of the new one, which has the same
 * name.
 *
 * <p>It is a lock of the operating system, so that it ends with the process, on a file of its own: POSIX drops all locks
 * that a process has on a file when it closes any handle of it, and those on the database are SQLite's. That file stays.
 * Were it deleted, two processes could have locks on two files of one name.
 *
 * <p>Source: <a href="https://sqlite.org/howtocorrupt.html">How to corrupt</a>, 2.2 and 2.4.
 */
public final class UseLock implements AutoCloseable {

  static final String SUFFIX = "-lock";

  private final @Nullable FileChannel channel;

  private UseLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Shares the lock of a database that is never set aside by this process. Nothing is locked when no process has ever
   * said that it may do so, or when the lock is another user's alone.
   *
   * @return null when somebody has it alone
   */
  public static @Nullable UseLock shareIfThere(FileSeam files, Path database) throws IOException {
    Path file = file(database);
    if (!files.isRegularFile(file)) {
      return none();
    }
    try {
      return lock(file, true);
    } catch (AccessDeniedException e) {
      return none();
    }
  }

  /**
   * Shares the lock of a database that this process may set aside.
   *
   * @return null when somebody has it alone
   */
  public static @Nullable UseLock share(FileSeam files, Path database) throws IOException {
    files.createFile(file(database));
    return lock(file(database), true);
  }

  /**
   * Takes the lock alone.
   *
   * @return null when somebody has it
   */
  public static @Nullable UseLock take(FileSeam files, Path database) throws IOException {
    files.createFile(file(database));
    return lock(file(database), false);
  }

  /** Locks nothing. */
  static UseLock none() {
    return new UseLock(null);
  }

  private static Path file(Path database) {
    return database.resolveSibling(database.getFileName() + SUFFIX);
  }

  private static @Nullable UseLock lock(Path file, boolean shared) throws IOException {
    StandardOpenOption access = shared ? StandardOpenOption.READ : StandardOpenOption.WRITE;
    FileChannel channel = FileChannel.open(file, Set.of(access, LinkOption.NOFOLLOW_LINKS));
    FileLock lock = null;
    try {
      lock = channel.tryLock(0, Long.MAX_VALUE, shared);
    } catch (OverlappingFileLockException e) {
      // Another class loader of this process has it.
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? null : new UseLock(channel);
  }

  /** Gives it back; the second time nothing happens. */
  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
