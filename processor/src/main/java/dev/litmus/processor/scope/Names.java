package dev.litmus.processor.scope;

import dev.litmus.processor.sql.tree.ResultTerm.TableStar;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All names of a statement and what they mean.
 *
 * @param columns the columns of expressions, in the order in which they were resolved
 * @param targets the columns that are set
 * @param tables the tables
 * @param stars every {@code o.*}, with what it could mean
 * @param relations what columns are taken from, by the piece of the statement that brings it
 * @param expanded the columns that each star stands for, where they are known, by its place
 * @param output the columns of the result; empty when they are not known
 */
public record Names(
    List<ColumnUse> columns,
    List<TargetUse> targets,
    List<TableUse> tables,
    List<Star> stars,
    Map<Span, Relation> relations,
    Map<Span, List<OutputColumn>> expanded,
    Optional<List<OutputColumn>> output) {

  public Names {
    columns = List.copyOf(columns);
    targets = List.copyOf(targets);
    tables = List.copyOf(tables);
    stars = List.copyOf(stars);
    relations = Map.copyOf(relations);
    expanded = Map.copyOf(expanded);
  }

  /** Of a statement that has none, or whose structure is not known. */
  public static final Names NONE =
      new Names(List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(), Optional.empty());

  /** {@code o.*} and what is visible where it stands. */
  public record Star(TableStar term, Scope scope) {}
}
