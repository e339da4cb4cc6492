package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
    return others(handle -> isLinkTo(handle, file));
  }

  /**
   * Returns those that have a file open that was replaced under its name, and may have another one since.
   *
   * @param file the real path that it had
   * @param key what the system knew it by, {@link java.nio.file.attribute.BasicFileAttributes#fileKey}; with null nobody is found
   */
  public static List<String> othersOfReplaced(Path file, @Nullable Object key) {
    return others(handle -> wasLinkTo(handle, file) && isSame(handle, key));
  }

  private static List<String> others(Predicate<Path> isHandle) {
    List<String> holders = new ArrayList<>();
    if (!Files.isDirectory(PROCESSES.resolve("self/fd"))) {
      return holders;
    }
    String own = Long.toString(ProcessHandle.current().pid());
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        String id = String.valueOf(process.getFileName());
        if (!id.equals(own) && holds(process, isHandle)) {
          holders.add("process " + id + name(process));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return holders;
    }
    return holders;
  }

  private static boolean holds(Path process, Predicate<Path> isHandle) {
    try (DirectoryStream<Path> handles = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path handle : handles) {
        if (isHandle.test(handle)) {
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

  /** The system adds to the name that it is deleted. */
  private static boolean wasLinkTo(Path handle, Path file) {
    try {
      return Files.readSymbolicLink(handle).toString().startsWith(file.toString());
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isSame(Path handle, @Nullable Object key) {
    try {
      return key != null
          && key.equals(Files.readAttributes(handle, BasicFileAttributes.class).fileKey());
    } catch (IOException e) {
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
