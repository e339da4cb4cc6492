package dev.litmus.cli.describe;

import dev.litmus.processor.value.Rows;
import java.util.List;

/**
 * All that is known of a query.
 *
 * @param valid whether SQLite accepts it on the schema
 * @param columns the columns of its rows
 * @param parameters in the order in which they first appear
 * @param rows how many rows it yields
 * @param writes whether it changes a database, through views and triggers too
 * @param reads the tables it reads, sorted
 * @param changes the tables it changes, sorted
 * @param plan SQLite's query plan, a line each, nested steps indented
 * @param findings what is wrong with it, or deserves a look
 */
public record Description(
    boolean valid,
    List<Value> columns,
    List<Value> parameters,
    Rows rows,
    boolean writes,
    List<String> reads,
    List<String> changes,
    List<String> plan,
    List<Finding> findings) {

  public Description {
    columns = List.copyOf(columns);
    parameters = List.copyOf(parameters);
    reads = List.copyOf(reads);
    changes = List.copyOf(changes);
    plan = List.copyOf(plan);
    findings = List.copyOf(findings);
  }

  /** Of what is invalid nothing is known but why. */
  static Description invalid(List<Finding> findings) {
    return new Description(
        false, List.of(), List.of(), Rows.NONE, false, List.of(), List.of(), List.of(), findings);
  }

  static Description invalid(Finding finding) {
    return invalid(List.of(finding));
  }
}
