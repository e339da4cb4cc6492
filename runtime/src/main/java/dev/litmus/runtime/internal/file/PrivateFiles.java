package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.Path;

/** Creates what only the owner may read, with the seam of the path's file system. */
public final class PrivateFiles {

  private PrivateFiles() {}

  /** Creates a directory as {@link FileSeam#createDirectory} says. */
  public static Path createDirectory(Path directory) throws IOException {
    return FileSeam.of(directory).createDirectory(directory);
  }

  /** Creates a file as {@link FileSeam#createFile} says. */
  public static boolean createFile(Path file) throws IOException {
    return FileSeam.of(file).createFile(file);
  }
}
