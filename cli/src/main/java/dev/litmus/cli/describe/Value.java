package dev.litmus.cli.describe;

/**
 * A column or a parameter.
 *
 * @param name its name; of a parameter without its prefix
 * @param type INTEGER, REAL, TEXT, BLOB, NUMERIC, or ANY when it is unknown or mixed
 * @param nullable whether it may be NULL
 */
public record Value(String name, String type, boolean nullable) {

  /** What is unknown may be anything. */
  static Value unknown(String name) {
    return new Value(name, "ANY", true);
  }
}
