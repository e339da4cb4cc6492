package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What Litmus does to files besides letting SQLite read and write them. File systems differ in who may read a new file,
 * in what makes a new name durable, and in whether an open file can be renamed: each way is one implementation, and
 * nothing else of Litmus asks where it runs. Stateless, safe for all threads.
 */
public interface FileSeam {

  /** The way of the file system that {@link Path#of} uses. */
  FileSeam DEFAULT = of(FileSystems.getDefault());

  /** Returns the way of the file system that a path belongs to. */
  static FileSeam of(Path path) {
    FileSystem system = path.getFileSystem();
    return system.equals(FileSystems.getDefault()) ? DEFAULT : of(system);
  }

  private static FileSeam of(FileSystem system) {
    boolean posix = system.supportedFileAttributeViews().contains("posix");
    return posix ? new PosixFiles() : new OtherFiles();
  }

  /**
   * Makes sure that a directory is there. It, and parents that are missing, are for the owner alone (0700) from the
   * first moment on, whatever the umask. One that is there keeps its mode. A new name is durable, where the directory
   * above can be synced: what is synced in a directory that is gone after a power cut is gone with it.
   *
   * @return the directory's real path
   * @throws IOException also when something else is in its place
   */
  Path createDirectory(Path directory) throws IOException;

  /**
   * The same for what need not outlive the system: no name is synced.
   *
   * @return the directory's real path
   * @throws IOException also when something else is in its place
   */
  Path createTemporaryDirectory(Path directory) throws IOException;

  /**
   * Makes sure that a regular file is there. A new one is empty and for the owner alone (0600) from the first moment on,
   * whatever the umask; one that is there keeps its mode. SQLite gives its `-wal`, `-shm` and `-journal` files the mode
   * of the database file, so creating that one first protects all.
   *
   * @return whether the file is new
   * @throws IOException also when a symbolic link or anything but a regular file is in its place
   */
  boolean createFile(Path file) throws IOException;

  /**
   * Makes the content of a file durable. Never of a database that SQLite has open in this process: POSIX drops all locks
   * that a process has on a file when it closes any handle of it
   * (<a href="https://sqlite.org/howtocorrupt.html">How to corrupt</a>, 2.2).
   */
  void syncFile(Path file) throws IOException;

  /** Makes the names in a directory durable, where that needs doing. */
  void syncDirectory(Path directory) throws IOException;

  /**
   * Gives a file a name that nothing has. A crash leaves the old name, the new one, or both for the same file.
   *
   * @throws java.nio.file.FileAlreadyExistsException when something has that name; nothing is changed
   * @throws IOException when the file cannot be renamed, for example because it is open; it keeps its name
   */
  void moveToNew(Path file, Path newName) throws IOException;

  /** Puts a file in the place of another, of which there is either the old or the new one at every moment. */
  void moveOver(Path file, Path replaced) throws IOException;

  /**
   * Gives a file a second name that nothing has.
   *
   * @throws java.nio.file.FileAlreadyExistsException when something has that name
   * @throws UnsupportedOperationException when the file system has no hard links
   */
  void link(Path file, Path secondName) throws IOException;

  /** Returns whether a file can get another name, or another file its name, while it is open. */
  boolean movesOpenFiles();

  /** Gives a file the rights that another one has, as far as this user may. */
  void copyRights(Path from, Path to) throws IOException;

  /** Deletes a file, or a link and not what it leads to; false when nothing is there. */
  boolean delete(Path file) throws IOException;

  /** Returns whether a regular file is there, and not a symbolic link to one. */
  default boolean isRegularFile(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Refuses what is no regular file.
   *
   * @throws NoSuchFileException when nothing is there
   * @throws IOException when it is a symbolic link, a directory or a device; the message says so
   */
  default void requireRegularFile(Path file) throws IOException {
    if (isRegularFile(file)) {
      return;
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new NoSuchFileException(file.toString());
    }
    String kind = Files.isSymbolicLink(file) ? "a symbolic link" : "not a regular file";
    throw new IOException(file + " is " + kind);
  }
}
