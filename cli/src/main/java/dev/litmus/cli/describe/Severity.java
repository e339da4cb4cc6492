package dev.litmus.cli.describe;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** The query does not run, or not as it was meant. */
  ERROR,
  /** The query runs, but something about it deserves a look. */
  WARNING;

  /** Returns the word that is printed. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
