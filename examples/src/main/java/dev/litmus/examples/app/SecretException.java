package dev.litmus.examples.app;

/** A secret cannot be encrypted or decrypted. It reaches callers of a repository as the cause of what they catch. */
public final class SecretException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SecretException(String message) {
    super(message);
  }

  SecretException(String message, Exception cause) {
    super(message, cause);
  }
}
