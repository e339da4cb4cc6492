package dev.litmus.processor.problem;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
  /** The query does not run, or not as it was meant. */
  ERROR,
  /** The query runs, but something about it deserves a look. */
  WARNING,
  /** Nothing is wrong; printed on request only. */
  NOTE;

  /** Returns the word that is printed. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
