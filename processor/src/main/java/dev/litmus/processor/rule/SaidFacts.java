package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.declaration.Nullness;
import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.inference.Inference;
import dev.litmus.processor.inference.Inferrer;
import dev.litmus.processor.inference.Storing;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What problems are told of. A parameter of which nothing is declared may be null as far as anybody knows, so what is known
 * of the result takes it for that; but no problem is made of it.
 */
public final class SaidFacts {

  private SaidFacts() {}

  /** Returns what is known of a query when nothing is null of which that is not said. */
  public static QueryFacts of(
      Schema schema, ParsedQuery query, Collection<Binding> bindings, QueryFacts facts) {
    Set<List<String>> unsaid = paths(bindings, Nullness.UNSPECIFIED);
    Set<Span> places = query.parameters().stream()
        .filter(parameter -> unsaid.contains(parameter.path()))
        .map(Parameter::span)
        .collect(Collectors.toSet());
    return values(facts).anyMatch(value -> isCausedIn(places, value))
        ? with(
            facts,
            places,
            Inferrer.infer(schema, query, Assumptions.of(paths(bindings, Nullness.NULLABLE))))
        : facts;
  }

  private static boolean isCausedIn(Set<Span> places, Value value) {
    return value.nullReason().flatMap(NullReason::at).filter(places::contains).isPresent();
  }

  private static Set<List<String>> paths(Collection<Binding> bindings, Nullness nullness) {
    return bindings.stream()
        .filter(binding -> binding.nullness() == nullness)
        .map(Binding::path)
        .collect(Collectors.toSet());
  }

  private static Stream<Value> values(QueryFacts facts) {
    return Stream.concat(
        facts.columns().stream().map(ResultColumn::value),
        facts.storing().stream()
            .map(Storing::values)
            .flatMap(List::stream)
            .map(stored -> stored.value()));
  }

  /** Only of values that such a parameter is the cause of is anything else said. */
  private static QueryFacts with(QueryFacts facts, Set<Span> places, Inference inference) {
    Optional<List<Value>> values =
        inference.columns().filter(all -> all.size() == facts.columns().size());
    List<ResultColumn> columns = new ArrayList<>();
    for (ResultColumn column : facts.columns()) {
      columns.add(values
          .filter(all -> isCausedIn(places, column.value()))
          .map(all -> column.with(all.get(column.index() - 1)))
          .orElse(column));
    }
    return facts.with(columns, inference.storing());
  }
}
