package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which other processes have a file open, as far as the system tells: Linux does, of processes of the same user, or of all
 * to root. Elsewhere nobody is found.
 */
public final class FileHolders {

  private static final Path PROCESSES = Path.of("/proc");

  private FileHolders() {}

  /**
   * Returns them as messages call them, for example {@code process 4711 (sqlite3)}.
   *
   * @param file a real path
   */
  public static List<String> others(Path file) {
    List<String> holders = new ArrayList<>();
    if (!Files.isDirectory(PROCESSES.resolve("self/fd"))) {
      return holders;
    }
    String own = Long.toString(ProcessHandle.current().pid());
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        String id = String.valueOf(process.getFileName());
        if (!id.equals(own) && holds(process, file)) {
          holders.add("process " + id + name(process));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return holders;
    }
    return holders;
  }

  private static boolean holds(Path process, Path file) {
    try (DirectoryStream<Path> handles = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path handle : handles) {
        if (isLinkTo(handle, file)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Another user's, or it has ended.
      return false;
    }
    return false;
  }

  private static boolean isLinkTo(Path handle, Path file) {
    try {
      return Files.readSymbolicLink(handle).equals(file);
    } catch (IOException e) {
      // Closed meanwhile.
      return false;
    }
  }

  private static String name(Path process) {
    try {
      return " (" + Files.readString(process.resolve("comm")).strip() + ")";
    } catch (IOException e) {
      return "";
    }
  }
}
