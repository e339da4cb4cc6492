package dev.litmus.runtime.internal.driver;

import java.sql.SQLNonTransientConnectionException;

/** SQLite's native library could not be loaded. The message is the fact alone, without a full stop. */
public final class NativeLibraryException extends SQLNonTransientConnectionException {

  private static final long serialVersionUID = 1L;

  NativeLibraryException(String fact, Throwable cause) {
    super(fact, cause);
  }

  /** Returns what to do, one sentence. */
  public String advice() {
    return "Let the property " + NativeLibrary.TMPDIR
        + " name a folder of this user that may hold files that are run";
  }
}
