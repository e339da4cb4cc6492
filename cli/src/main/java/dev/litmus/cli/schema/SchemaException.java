package dev.litmus.cli.schema;

/** A schema cannot be made from what the user gave; the message says why. */
public final class SchemaException extends Exception {

  private static final long serialVersionUID = 1L;

  SchemaException(String message) {
    super(message);
  }

  SchemaException(String message, Throwable cause) {
    super(message, cause);
  }
}
