package dev.litmus.runtime.internal.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a file system's exception means: its own message is often the name of the file alone. */
public final class FileProblem {

  private FileProblem() {}

  /** Returns the file and what is wrong with it. */
  public static String reason(Exception e) {
    if (!(e instanceof FileSystemException failed)) {
      return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
    if (failed.getReason() != null) {
      return String.valueOf(failed.getMessage());
    }
    return failed.getFile() + " " + meaning(failed);
  }

  private static String meaning(FileSystemException failed) {
    if (failed instanceof NoSuchFileException) {
      return "is not there";
    }
    if (failed instanceof NotDirectoryException) {
      return "is not a folder";
    }
    if (failed instanceof AccessDeniedException) {
      return "may not be used by this user, or is in use";
    }
    if (failed instanceof FileAlreadyExistsException) {
      return "is there already";
    }
    return "cannot be used: " + failed.getClass().getSimpleName();
  }
}
