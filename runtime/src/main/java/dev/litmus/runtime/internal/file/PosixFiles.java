package dev.litmus.runtime.internal.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Modes of owner, group and others; new names are durable once their directory is synced; open files can be renamed. */
final class PosixFiles extends CommonFiles {

  private static final Set<PosixFilePermission> OWNER_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");

  @Override
  void createPrivateDirectory(Path directory) throws IOException {
    Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_DIRECTORY));
    repair(directory, OWNER_DIRECTORY);
  }

  @Override
  void createPrivateFile(Path file) throws IOException {
    Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_FILE));
    repair(file, OWNER_FILE);
  }

  /**
   * Gives back what the umask took. File systems without modes of their own, FAT for example, may show more rights and
   * refuse to change them: there the directory above has to protect.
   */
  private static void repair(Path created, Set<PosixFilePermission> wanted) throws IOException {
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(created, NOFOLLOW_LINKS);
    if (found.equals(wanted)) {
      return;
    }
    try {
      Files.setPosixFilePermissions(created, wanted);
    } catch (FileSystemException e) {
      if (!found.containsAll(wanted)) {
        throw e;
      }
    }
  }

  @Override
  public void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Renaming would replace what has the new name; a hard link is refused instead. */
  @Override
  public void moveToNew(Path file, Path newName) throws IOException {
    try {
      link(file, newName);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      moveWithoutLinks(file, newName);
      return;
    }
    try {
      Files.delete(file);
    } catch (IOException e) {
      try {
        Files.delete(newName);
      } catch (IOException late) {
        e.addSuppressed(late);
      }
      throw e;
    }
  }

  /** For file systems like FAT: Java looks whether the name is free, and then renames. */
  private static void moveWithoutLinks(Path file, Path newName) throws IOException {
    Files.move(file, newName);
  }

  @Override
  public boolean movesOpenFiles() {
    return true;
  }

  @Override
  public void copyRights(Path from, Path to) throws IOException {
    repair(to, Files.getPosixFilePermissions(from, NOFOLLOW_LINKS));
  }

  @Override
  public String toString() {
    return "POSIX";
  }
}
