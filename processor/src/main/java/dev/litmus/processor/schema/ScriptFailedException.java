package dev.litmus.processor.schema;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** SQLite refused a statement of a script. */
public final class ScriptFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final String words;

  ScriptFailedException(int line, String words, @Nullable SQLException cause) {
    super("line " + line + ": " + words, cause);
    this.line = line;
    this.words = words;
  }

  /** Returns the line that the statement begins on, from 1. */
  public int line() {
    return line;
  }

  /** Returns what SQLite said, without the driver's frame around it. */
  public String words() {
    return words;
  }
}
