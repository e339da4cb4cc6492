package dev.litmus.runtime.internal.file;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another process uses a file that has to be used by nobody else. */
public final class InUseException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String[] holders;

  /**
   * Creates the exception.
   *
   * @param holders who they are, as far as that is known
   */
  public InUseException(List<String> holders, @Nullable Throwable cause) {
    super(
        "it is open in " + (holders.isEmpty() ? "another process" : String.join(", ", holders)),
        cause);
    this.holders = holders.toArray(new String[0]);
  }

  /** Returns the processes; nothing when the system does not tell. */
  public List<String> holders() {
    return List.of(holders);
  }
}
