package dev.litmus.runtime.internal.driver;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/** A library with functions could not be loaded. The message is the fact alone, without a full stop. */
public final class ExtensionLoadException extends SQLNonTransientConnectionException {

  private static final long serialVersionUID = 1L;

  private final String advice;

  ExtensionLoadException(Path library, SQLException cause) {
    super(
        "the extension " + library + " cannot be loaded: "
            + ReportedError.of(cause).words(),
        cause);
    this.advice =
        "Name a library that is built for this system and processor, and that SQLite can enter by its name";
  }

  ExtensionLoadException(ApplicationCode.Needed function) {
    super("no extension has brought the function `" + function.name() + "` of "
        + function.arguments() + " arguments, which is declared as native");
    this.advice = "Name its library: DatabaseSettings.DEFAULT.with(s -> s.extension(path))";
  }

  /** Returns what to do, one sentence. */
  public String advice() {
    return advice;
  }
}
