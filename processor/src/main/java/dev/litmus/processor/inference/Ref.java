package dev.litmus.processor.inference;

import dev.litmus.processor.sql.tree.Span;
import java.util.Locale;

/**
 * A column of something that a query takes columns from.
 *
 * @param relation the piece of the query that brings it
 * @param column its name there, in lower case
 */
record Ref(Span relation, String column) {

  static Ref of(Span relation, String column) {
    return new Ref(relation, column.toLowerCase(Locale.ROOT));
  }
}
