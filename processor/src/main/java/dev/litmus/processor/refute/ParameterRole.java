package dev.litmus.processor.refute;

import java.util.List;

/**
 * What a parameter is good for, which says what values are worth a try.
 *
 * @param use what is done with it
 * @param column the key of the column that it meets; empty when it meets none
 * @param samples values that it meets
 */
record ParameterRole(Use use, String column, List<Datum> samples) {

  ParameterRole {
    samples = List.copyOf(samples);
  }

  static ParameterRole meets(Use use, String column) {
    return new ParameterRole(use, column, List.of());
  }

  static ParameterRole meets(List<Datum> samples) {
    return new ParameterRole(Use.SAMPLES, "", samples);
  }

  static ParameterRole of(Use use) {
    return new ParameterRole(use, "", List.of());
  }

  /** What is done with it. */
  enum Use {
    /** It is compared with a column; the comparison holds when they are equal. */
    EQUAL,
    /** The column must be greater. */
    BELOW,
    /** The column must be less. */
    ABOVE,
    /** It is stored in a column. */
    STORED,
    /** A JSON array of values that a column is compared with. */
    ITEMS,
    /** A pattern that a column has to match. */
    PATTERN,
    /** Words that a full-text search looks for. */
    WORDS,
    DATE,
    JSON,
    /** A number of rows. */
    COUNT,
    SAMPLES
  }
}
