package dev.litmus.processor.function;

import static dev.litmus.processor.function.FunctionFacts.UNLIMITED;
import static dev.litmus.processor.function.FunctionFacts.scalar;
import static dev.litmus.processor.value.SqlType.BLOB;
import static dev.litmus.processor.value.SqlType.INTEGER;
import static dev.litmus.processor.value.SqlType.TEXT;

import java.util.stream.Stream;

/**
 * Functions for looking into the R-tree module.
 *
 * @see <a href="https://sqlite.org/rtree.html#integrity_check">Integrity check of an R*Tree</a>
 */
final class RtreeFunctions {

  private RtreeFunctions() {}

  static Stream<FunctionFacts> all() {
    return Stream.of(
        scalar("rtreecheck", 0, UNLIMITED).takesRepeatedly(TEXT).text().neverNull(),
        scalar("rtreedepth", 1).takes(BLOB).integer().nullIfAny(),
        scalar("rtreenode", 2)
            .takes(INTEGER, BLOB)
            .text()
            .mayBeNull("when its argument is no node"));
  }
}
