package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** The file of an open database, and the lock that says that this process uses it. Safe for all threads. */
public final class UsedFile implements AutoCloseable {

  private static final long PAUSE_NANOS = 20_000_000;
  private static final int TRIES = 50;

  private final FileSeam files;
  private final Path path;
  private UseLock lock;
  private boolean closed;

  /**
   * Takes over a lock.
   *
   * @param path a real path
   * @param lock shared, by {@link UseLock#share} or {@link UseLock#shareIfThere}
   */
  public UsedFile(FileSeam files, Path path, UseLock lock) {
    this.files = files;
    this.path = path;
    this.lock = lock;
  }

  /** Returns the real path. */
  public Path path() {
    return path;
  }

  /** Something done to the file. */
  @FunctionalInterface
  public interface Change<X extends Exception> {

    /** Does it. */
    void run() throws X, IOException;
  }

  /**
   * Does something while no other process that shares the lock uses the file; from then on all processes share it.
   *
   * @throws InUseException when another one does
   */
  public synchronized <X extends Exception> void alone(Change<X> change) throws X, IOException {
    lock.close();
    try (UseLock alone = UseLock.take(files, path)) {
      if (alone == null) {
        throw new InUseException(FileHolders.others(path), null);
      }
      change.run();
    } finally {
      lock = shareAgain();
    }
  }

  /** Whoever has it alone just now finds nothing to set aside. */
  private UseLock shareAgain() throws IOException {
    UseLock shared = UseLock.share(files, path);
    for (int tries = 0; shared == null && tries < TRIES; tries++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      shared = UseLock.share(files, path);
    }
    return shared == null ? UseLock.none() : shared;
  }

  /** Gives the lock back; the second time nothing happens. */
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      lock.close();
    }
  }
}
