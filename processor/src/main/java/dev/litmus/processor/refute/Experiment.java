package dev.litmus.processor.refute;

import java.util.List;
import java.util.Optional;

/**
 * A statement that is run again and again, on other rows each time.
 *
 * @param changes whether it may change rows
 * @param broken a query that has a row when a column does not hold what it is declared to; empty when nobody asks
 */
record Experiment(Sandbox sandbox, String sql, boolean changes, Optional<String> broken) {

  /** Tells whether all columns hold what they are declared to. */
  boolean isAsDeclared() {
    return broken.map(query -> !sandbox.hasRow(query)).orElse(true);
  }

  Optional<Outcome> run(List<Datum> parameters) {
    return sandbox.run(sql, changes, parameters, broken);
  }

  /** Tells whether a claim does not hold on some rows; those that SQLite takes are in the sandbox afterwards. */
  boolean breaks(Claim claim, List<Witness.Row> rows, List<Datum> parameters) {
    sandbox.clear();
    rows.forEach(sandbox::insert);
    boolean asDeclared = isAsDeclared();
    return !sandbox.hasRow(Sandbox.ORPHANS)
        && run(parameters)
            .filter(outcome -> claim.isBrokenBy(outcome, asDeclared))
            .isPresent();
  }
}
