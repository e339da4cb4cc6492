package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Behaves as Windows does with files that somebody opened without sharing them for deletion, as SQLite does: they cannot
 * be renamed, replaced or deleted under any of their names. What this process has open is found in {@code /proc} where
 * there is one; for other processes, and elsewhere, a test says so with {@link #open}.
 */
public final class WindowsLikeFiles extends DelegatingFiles {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private final Set<Object> open = new HashSet<>();

  public WindowsLikeFiles() {
    super(new OtherFiles());
  }

  /** Takes a file as open in another process from now on. */
  public void open(Path file) throws IOException {
    open.add(key(file));
  }

  /** Takes it as closed again. */
  public void closed(Path file) throws IOException {
    open.remove(key(file));
  }

  @Override
  public void moveToNew(Path file, Path newName) throws IOException {
    refuseOpen(file);
    super.moveToNew(file, newName);
  }

  @Override
  public void moveOver(Path file, Path replaced) throws IOException {
    refuseOpen(file);
    refuseOpen(replaced);
    super.moveOver(file, replaced);
  }

  @Override
  public boolean delete(Path file) throws IOException {
    refuseOpen(file);
    return super.delete(file);
  }

  private void refuseOpen(Path file) throws IOException {
    if (isRegularFile(file) && (open.contains(key(file)) || isOpenHere(key(file)))) {
      throw new FileSystemException(
          file.toString(),
          null,
          "The process cannot access the file because it is being used by another process");
    }
  }

  private static boolean isOpenHere(Object key) throws IOException {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return false;
    }
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
      for (Path descriptor : descriptors) {
        // One that was closed meanwhile, the stream's own among them, leads nowhere.
        if (Files.exists(descriptor) && Objects.equals(key, key(descriptor))) {
          return true;
        }
      }
      return false;
    }
  }

  /** The file system's key, which all names of a file share; its name where there is none. */
  private static Object key(Path file) throws IOException {
    Object key = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
        .fileKey();
    return key != null ? key : file.toRealPath();
  }

  @Override
  public String toString() {
    return "like Windows";
  }
}
