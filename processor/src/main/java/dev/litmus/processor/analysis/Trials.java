package dev.litmus.processor.analysis;

import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.refute.Datum;
import dev.litmus.processor.refute.Trial;
import dev.litmus.processor.refute.TrialParameter;
import dev.litmus.processor.rewrite.RewrittenSql;
import dev.litmus.processor.rewrite.Slot;
import dev.litmus.processor.value.SqlType;
import java.util.List;
import java.util.Set;

/** What the refuter is told of a query: what runs, what may be bound, and what is claimed. */
public final class Trials {

  /** What a collection is bound to. */
  private static final List<Datum> ARRAYS =
      List.of(new Datum.Text("[1, 2]"), new Datum.Text("[]"), new Datum.Text("[\"a\", \"abc\"]"));

  private Trials() {}

  /**
   * Returns the claims of a query.
   *
   * @param collections the paths of parameters that are collections
   * @param assumptions which parameters may be null
   */
  public static Trial of(
      RewrittenSql sql, Set<List<String>> collections, Assumptions assumptions, QueryFacts facts) {
    return new Trial(
        sql.text(),
        sql.bindings().stream()
            .map(slot -> parameter(((Slot.Value) slot).path(), collections, assumptions, facts))
            .toList(),
        facts.columns().stream().map(ResultColumn::value).toList(),
        facts.cardinality().rows());
  }

  private static TrialParameter parameter(
      List<String> path, Set<List<String>> collections, Assumptions assumptions, QueryFacts facts) {
    if (collections.contains(path)) {
      return new TrialParameter(SqlType.TEXT, false, ARRAYS);
    }
    return facts.parameters().stream()
        .filter(parameter -> parameter.path().equals(path))
        .findFirst()
        .map(parameter -> new TrialParameter(
            parameter.type(),
            assumptions.complete() ? assumptions.nullable().contains(path) : parameter.nullable()))
        .orElse(new TrialParameter(SqlType.ANY, !assumptions.complete()));
  }

  /** Returns a name for each position, as people write it. */
  public static List<String> parameterNames(RewrittenSql sql) {
    return sql.bindings().stream()
        .map(slot -> ":" + String.join(".", ((Slot.Value) slot).path()))
        .toList();
  }
}
