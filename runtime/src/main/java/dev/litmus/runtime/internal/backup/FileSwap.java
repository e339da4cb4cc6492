package dev.litmus.runtime.internal.backup;

import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.driver.DriverConnection;
import dev.litmus.runtime.internal.driver.ReportedError;
import dev.litmus.runtime.internal.file.AsideName;
import dev.litmus.runtime.internal.file.FileHeader;
import dev.litmus.runtime.internal.file.FileHolders;
import dev.litmus.runtime.internal.file.FileSeam;
import dev.litmus.runtime.internal.file.InUseException;
import dev.litmus.runtime.internal.file.Incomplete;
import dev.litmus.runtime.internal.file.SetAside;
import dev.litmus.runtime.internal.time.Nanos;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Puts a database in the place of another one, which is kept. At every moment there is either the old one or the new one
 * under the name, whole, also after a crash; and nobody else has either open while they are exchanged.
 */
public final class FileSwap {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");
  private static final long PAUSE_NANOS = 10_000_000;
  private static final int CORRUPT = 11;
  private static final int NOT_A_DATABASE = 26;

  private final FileSeam files;
  private final Path live;
  private final Path directory;
  private final ConnectionSettings settings;
  private final Instant now;

  /** Around the old database while others have it open. */
  private @Nullable Fence kept;

  private @Nullable Object oldKey;

  /**
   * What was there before.
   *
   * @param file where it is now, or null when there was nothing
   * @param damaged whether it is no database that SQLite can open
   */
  public record Before(@Nullable Path file, boolean damaged) {}

  /**
   * Prepares the exchange.
   *
   * @param live a real path without {@code ?}; this process has it not open
   * @param settings how it is opened
   * @param now the time in the name of what was there before
   */
  public FileSwap(FileSeam files, Path live, ConnectionSettings settings, Instant now) {
    this.files = files;
    this.live = live;
    this.directory = Objects.requireNonNull(live.getParent(), "a real path has a directory");
    this.settings = settings;
    this.now = now;
  }

  /**
   * Exchanges the files.
   *
   * @param replacement a whole database without a log, in the same directory, which nobody has open, and durable
   * @param incomplete where a copy of the old one is made when the file system has no hard links
   * @throws InUseException when another process uses the database; nothing is changed
   * @throws SQLException when SQLite cannot lock it; nothing is changed
   * @throws IOException when the file system refuses something; nothing is changed
   */
  public Before with(Path replacement, Incomplete incomplete) throws SQLException, IOException {
    // From here on an interrupt would only leave the caller in the dark.
    boolean interrupted = Thread.interrupted();
    try {
      return exchange(replacement, incomplete);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Before exchange(Path replacement, Incomplete incomplete)
      throws SQLException, IOException {
    refuseOthers();
    if (!AsideName.exists(live)) {
      return intoEmptyPlace(replacement);
    }
    files.requireRegularFile(live);
    Fence fence = fence();
    if (fence == null) {
      return overDamaged(replacement);
    }
    try {
      Before before = overSound(replacement, incomplete, fence);
      kept = fence;
      closeWhenAlone();
      return before;
    } catch (SQLException | IOException | RuntimeException e) {
      takeAway(fence, e);
      throw e;
    }
  }

  /** The old one stays, with the log that it had. */
  private void takeAway(Fence fence, Exception failure) {
    try {
      fence.close();
      DriverConnection connection = DriverConnection.openWriter(live, settings, () -> false);
      try {
        connection.prepareFile(settings);
      } finally {
        connection.close();
      }
    } catch (SQLException late) {
      failure.addSuppressed(late);
    }
  }

  /**
   * Keeps the fence around the old database until nobody has it open. Whoever opened it right before the exchange waits for its
   * lock, and would then take the log of the new database for its own, since that has the name: both would be damaged. Behind the
   * fence they find it locked, and find the new one when they open it again.
   *
   * <p>Source: <a href="https://sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use">how to
   * corrupt a database</a>.
   *
   * @param patience how long whoever waits for a lock waits; after twice that, the fence stays as long as this process
   */
  public void release(Duration patience) throws SQLException {
    long end = System.nanoTime() + 2 * Nanos.of(patience);
    while (!closeWhenAlone()) {
      if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
        LOG.log(
            Level.WARNING,
            "{0}: {1} still has the database open that was replaced, and cannot use it",
            live,
            String.join(", ", FileHolders.othersOfReplaced(live, oldKey)));
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private boolean closeWhenAlone() throws SQLException {
    Fence fence = kept;
    if (fence == null) {
      return true;
    }
    if (!FileHolders.othersOfReplaced(live, oldKey).isEmpty()) {
      return false;
    }
    kept = null;
    fence.close();
    return true;
  }

  private void refuseOthers() throws InUseException {
    List<String> others = FileHolders.others(live);
    if (!others.isEmpty()) {
      throw new InUseException(others, null);
    }
  }

  /** Null when there is no database that SQLite can open. */
  private @Nullable Fence fence() throws SQLException, IOException {
    if (!FileHeader.isDatabase(live)) {
      return null;
    }
    try {
      return Fence.around(live, settings, () -> false);
    } catch (SQLException e) {
      int code = ReportedError.of(e).primaryCode();
      if (code != CORRUPT && code != NOT_A_DATABASE) {
        throw e;
      }
      LOG.log(Level.DEBUG, live + " is damaged", e);
      return null;
    }
  }

  private Before overSound(Path replacement, Incomplete incomplete, Fence fence)
      throws SQLException, IOException {
    Path before = AsideName.free(live, "before-restore", now);
    files.copyRights(live, replacement);
    keep(before, incomplete, fence);
    try {
      files.syncDirectory(directory);
      refuseOthers();
      oldKey = Files.readAttributes(live, BasicFileAttributes.class).fileKey();
      if (!files.movesOpenFiles()) {
        fence.close();
      }
      files.moveOver(replacement, live);
    } catch (SQLException | IOException | RuntimeException e) {
      files.delete(before);
      throw e;
    }
    settle();
    return new Before(before, false);
  }

  /**
   * A second name for the old database costs nothing. Where open files cannot be renamed it could not be taken back either, and
   * some file systems have none: there it is a copy.
   */
  private void keep(Path before, Incomplete incomplete, Fence fence)
      throws SQLException, IOException {
    if (files.movesOpenFiles()) {
      try {
        files.link(live, before);
        return;
      } catch (FileAlreadyExistsException e) {
        throw e;
      } catch (UnsupportedOperationException | FileSystemException e) {
        LOG.log(Level.DEBUG, directory + ": no hard links", e);
      }
    }
    Path copy = incomplete.create(".before");
    fence.copyTo(copy);
    files.syncFile(copy);
    files.moveToNew(copy, before);
  }

  /** What SQLite kept beside it goes first: it would be taken for that of the new one. */
  private Before overDamaged(Path replacement) throws IOException {
    Path aside = AsideName.free(live, "damaged", now);
    List<String> logs = SetAside.logs(files, live, aside);
    try {
      try {
        files.link(live, aside);
      } catch (FileAlreadyExistsException e) {
        throw e;
      } catch (UnsupportedOperationException | FileSystemException e) {
        files.moveToNew(live, aside);
      }
      files.syncDirectory(directory);
      files.moveOver(replacement, live);
    } catch (IOException | RuntimeException e) {
      putBack(aside, logs, e);
      throw e;
    }
    settle();
    return new Before(aside, true);
  }

  private void putBack(Path aside, List<String> logs, Exception failure) {
    try {
      if (!AsideName.exists(live)) {
        files.moveToNew(aside, live);
      } else {
        files.delete(aside);
      }
    } catch (IOException late) {
      failure.addSuppressed(late);
    }
    SetAside.logsBack(files, live, aside, logs, failure);
  }

  /** A log without its database would be taken for that of the new one. */
  private Before intoEmptyPlace(Path replacement) throws IOException {
    Path aside = AsideName.free(live, "damaged", now);
    List<String> logs = SetAside.logs(files, live, aside);
    try {
      files.moveToNew(replacement, live);
    } catch (IOException | RuntimeException e) {
      SetAside.logsBack(files, live, aside, logs, e);
      throw e;
    }
    settle();
    return new Before(null, !logs.isEmpty());
  }

  /** It is done; a power cut may undo it until it is durable. */
  private void settle() {
    try {
      sync();
    } catch (IOException e) {
      LOG.log(Level.WARNING, live + ": restored, and not known to be on the disk yet", e);
    }
  }

  private void sync() throws IOException {
    try {
      files.syncDirectory(directory);
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      try {
        files.syncDirectory(directory);
      } finally {
        Thread.currentThread().interrupt();
      }
    }
  }
}
