package dev.litmus.runtime.internal.migration;

/** STUB. */
public final class InvalidMigrationsException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidMigrationsException(String message) {
    super(message);
  }
}
