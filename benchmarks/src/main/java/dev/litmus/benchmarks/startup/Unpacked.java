package dev.litmus.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's native library as an installer would put it beside an application. */
final class Unpacked {

  private Unpacked() {}

  /**
   * Unpacks it.
   *
   * @return the folder
   */
  static Path library(Path folder) throws IOException {
    Files.createDirectories(folder);
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream library = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      if (library == null) {
        throw new IllegalStateException("the driver has no " + resource);
      }
      Files.copy(library, folder.resolve(name));
    }
    return folder;
  }
}
