package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** What is the same on all file systems. */
abstract class CommonFiles implements FileSeam {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  /** Creates one directory that only the owner may enter, in a parent that is there. */
  abstract void createPrivateDirectory(Path directory) throws IOException;

  /** Creates a file that only the owner may read. */
  abstract void createPrivateFile(Path file) throws IOException;

  @Override
  public final Path createDirectory(Path directory) throws IOException {
    createMissing(directory.toAbsolutePath(), true);
    return directory.toRealPath();
  }

  @Override
  public final Path createTemporaryDirectory(Path directory) throws IOException {
    createMissing(directory.toAbsolutePath(), false);
    return directory.toRealPath();
  }

  /** One by one from the top: a umask that takes the owner's rights must not stop the next one from being created. */
  private void createMissing(Path directory, boolean durable) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    @Nullable Path parent = directory.getParent();
    if (parent != null) {
      createMissing(parent, durable);
    }
    try {
      createPrivateDirectory(directory);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw new IOException(directory + " is not a folder", e);
      }
    }
    if (durable && parent != null) {
      trySync(parent);
    }
  }

  /** As SQLite does: a directory that cannot be read, or a file system that syncs none, is no reason to go without. */
  private void trySync(Path directory) {
    try {
      syncDirectory(directory);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "the names in " + directory + " cannot be synced", e);
    }
  }

  @Override
  public final boolean createFile(Path file) throws IOException {
    boolean created = create(file);
    requireRegularFile(file);
    return created;
  }

  private boolean create(Path file) throws IOException {
    try {
      createPrivateFile(file);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Override
  public final void syncFile(Path file) throws IOException {
    // For writing, because Windows syncs nothing else.
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  @Override
  public void moveOver(Path file, Path replaced) throws IOException {
    Files.move(file, replaced, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void link(Path file, Path secondName) throws IOException {
    Files.createLink(secondName, file);
  }

  @Override
  public boolean delete(Path file) throws IOException {
    return Files.deleteIfExists(file);
  }
}
