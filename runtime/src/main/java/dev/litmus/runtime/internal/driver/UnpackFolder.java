package dev.litmus.runtime.internal.driver;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.litmus.runtime.internal.file.FileSeam;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A private folder for one native library. Where a file that is in use can be deleted, it is gone as soon as the library
 * is loaded, and even a killed process leaves nothing. Elsewhere it goes when the process ends or, at the latest, when
 * the next process starts: the name tells whose it was.
 *
 * @param path the folder
 */
record UnpackFolder(Path path) {

  private static final String PREFIX = "litmus-sqlite-";

  /** Process ids mean nothing outside their container, so a folder that was just made is never called stale. */
  private static final Duration YOUNG = Duration.ofMinutes(1);

  /** About the size of the library. */
  private static final int PROBE_BYTES = 2 << 20;

  static UnpackFolder create(Path temporary) throws IOException {
    if (!Files.isDirectory(temporary)) {
      throw Files.exists(temporary)
          ? new NotDirectoryException(temporary.toString())
          : new IOException("the folder for temporary files " + temporary + " is not there");
    }
    String name = PREFIX + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    Path path = FileSeam.of(temporary).createTemporaryDirectory(temporary.resolve(name));
    sweep(temporary, path);
    return new UnpackFolder(path);
  }

  /** Removes the folders of processes that are gone; what resists is left to the next time. */
  static void sweep(Path temporary, Path own) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        if (isStale(folder, own)) {
          new UnpackFolder(folder).delete();
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // Somebody else's folder must not stop this process.
    }
  }

  private static boolean isStale(Path folder, Path own) throws IOException {
    return Files.isDirectory(folder, NOFOLLOW_LINKS)
        && Files.getOwner(folder, NOFOLLOW_LINKS).equals(Files.getOwner(own))
        && Files.getLastModifiedTime(folder, NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(Instant.now().minus(YOUNG))
        && processIsGone(folder.getFileName().toString());
  }

  private static boolean processIsGone(String name) {
    int end = name.indexOf('-', PREFIX.length());
    try {
      return end > 0
          && ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length(), end)))
              .isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Deletes it now, or when the process ends if the system does not let go of a library that is loaded. */
  void remove() {
    if (!delete()) {
      deleteOnExit();
    }
  }

  private boolean delete() {
    try {
      FileSeam files = FileSeam.of(path);
      try (DirectoryStream<Path> content = Files.newDirectoryStream(path)) {
        for (Path file : content) {
          files.delete(file);
        }
      }
      return files.delete(path);
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return false;
    }
  }

  /** The JVM deletes in the reverse order. */
  private void deleteOnExit() {
    File folder = path.toFile();
    folder.deleteOnExit();
    File[] content = folder.listFiles();
    if (content != null) {
      for (File file : content) {
        file.deleteOnExit();
      }
    }
  }

  /**
   * Tries what unpacking a library takes.
   *
   * @return what is wrong; null when nothing is
   */
  static @Nullable IOException problem(Path folder) {
    Path probe = folder.resolve(PREFIX + "probe-" + UUID.randomUUID());
    FileSeam files = FileSeam.of(folder);
    try {
      try {
        files.createFile(probe);
        Files.write(probe, new byte[PROBE_BYTES]);
        return probe.toFile().setExecutable(true) && Files.isExecutable(probe)
            ? null
            : new IOException("nothing in " + folder + " may be run (`noexec`)");
      } finally {
        files.delete(probe);
      }
    } catch (IOException e) {
      return e;
    }
  }
}
