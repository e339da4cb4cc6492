package dev.litmus.examples.app;

/**
 * What nobody else may read: a password, the key of a service. Printing it shows nothing.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
