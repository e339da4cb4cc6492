package dev.litmus.processor.scope;

import dev.litmus.processor.sql.tree.ResultTerm.TableStar;
import java.util.List;
import java.util.Optional;

/**
 * All names of a statement and what they mean.
 *
 * @param columns the columns of expressions, in the order in which they were resolved
 * @param targets the columns that are set
 * @param tables the tables
 * @param stars every {@code o.*}, with what it could mean
 * @param output the columns of the result; empty when they are not known
 */
public record Names(
    List<ColumnUse> columns,
    List<TargetUse> targets,
    List<TableUse> tables,
    List<Star> stars,
    Optional<List<OutputColumn>> output) {

  public Names {
    columns = List.copyOf(columns);
    targets = List.copyOf(targets);
    tables = List.copyOf(tables);
    stars = List.copyOf(stars);
  }

  /** {@code o.*} and what is visible where it stands. */
  public record Star(TableStar term, Scope scope) {}
}
