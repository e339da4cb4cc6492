package dev.litmus.cli.describe;

import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.inference.ParameterFacts;

/**
 * A column or a parameter.
 *
 * @param name its name; of a parameter without its prefix
 * @param type INTEGER, REAL, TEXT, BLOB, NUMERIC, or ANY when it is unknown or mixed
 * @param nullable whether it may be NULL
 */
public record Value(String name, String type, boolean nullable) {

  static Value of(ResultColumn column) {
    return new Value(column.name(), column.value().type().name(), column.value().isNullable());
  }

  static Value of(String name, ParameterFacts parameter) {
    return new Value(name, parameter.type().name(), parameter.nullable());
  }

  /** What is unknown may be anything. */
  static Value unknown(String name) {
    return new Value(name, "ANY", true);
  }
}
