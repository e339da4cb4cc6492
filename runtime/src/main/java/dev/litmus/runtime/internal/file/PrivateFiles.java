package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Creates what only the owner may read, from the first moment on. Where the file system has no POSIX modes, the
 * directory's own protection has to do. What exists already keeps the mode that somebody gave it.
 */
public final class PrivateFiles {

  private static final Set<PosixFilePermission> OWNER_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  private PrivateFiles() {}

  /**
   * Creates a directory, and its parents where they are missing, with mode 0700.
   *
   * @return the directory's real path
   */
  public static Path createDirectory(Path directory) throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new IOException(directory + " is not a folder");
    }
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, mode(directory, OWNER_DIRECTORY));
    }
    return directory.toRealPath();
  }

  /**
   * Makes sure that a regular file is there, with mode 0600 when it is new. SQLite gives its `-wal` and `-shm` files the
   * mode of the database file, so creating that one first protects all three.
   *
   * @return whether the file is new
   * @throws IOException also when a symbolic link or anything but a regular file is in its place
   */
  public static boolean createFile(Path file) throws IOException {
    boolean created = create(file);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      String kind = Files.isSymbolicLink(file) ? "a symbolic link" : "not a regular file";
      throw new IOException(file + " is " + kind);
    }
    return created;
  }

  private static boolean create(Path file) throws IOException {
    try {
      Files.createFile(file, mode(file, OWNER_FILE));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> permissions) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
