package dev.litmus.cli;

/** What was given cannot be used: said in one message, without a stack trace. */
final class UnusableException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableException(String message, Throwable cause) {
    super(message, cause);
  }

  UnusableException(String message) {
    super(message);
  }
}
