package dev.litmus.processor.diff;

import org.jspecify.annotations.Nullable;

/** A migration cannot be drafted: what was tried does not lead from one schema to the other. */
public final class DraftFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String text;

  DraftFailedException(String text, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.text = text;
  }

  /** Returns the draft as far as it goes, as the text of a migration file. */
  public String text() {
    return text;
  }
}
