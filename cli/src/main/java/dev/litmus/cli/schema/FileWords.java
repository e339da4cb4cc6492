package dev.litmus.cli.schema;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/** What a failure of files means: the message of the exception is often the name of the file alone. */
public final class FileWords {

  private static final Map<Class<? extends IOException>, String> MEANINGS = Map.of(
      AccessDeniedException.class, "this user may not",
      NoSuchFileException.class, "it is not there",
      NotDirectoryException.class, "it is not a folder",
      FileAlreadyExistsException.class, "it is there already",
      DirectoryNotEmptyException.class, "it is not empty");

  private FileWords() {}

  /** Returns what is wrong, with the file where it is known. */
  public static String of(IOException e) {
    if (e instanceof FileSystemException failed && failed.getFile() != null) {
      String reason = failed.getReason() != null
          ? failed.getReason()
          : MEANINGS.getOrDefault(failed.getClass(), failed.getClass().getSimpleName());
      return "`" + failed.getFile() + "`: " + reason;
    }
    return e.getMessage() != null ? e.getMessage() : e.getClass().getSimpleName();
  }

  /** Whether the program that reads what is printed has gone away, as {@code head} does when it has enough. */
  public static boolean isReaderGone(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && "Broken pipe".equals(cause.getMessage())) {
        return true;
      }
    }
    return false;
  }
}
