package dev.litmus.runtime.internal.driver;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/** A library with functions could not be loaded. The message is the fact alone, without a full stop. */
public final class ExtensionLoadException extends SQLNonTransientConnectionException {

  private static final long serialVersionUID = 1L;

  ExtensionLoadException(Path library, SQLException cause) {
    super(
        "the extension " + library + " cannot be loaded: "
            + ReportedError.of(cause).words(),
        cause);
  }

  /** Returns what to do, one sentence. */
  public String advice() {
    return "Name a library that is built for this system and processor, and that SQLite can enter by its name";
  }
}
