package dev.litmus.processor.inference;

import dev.litmus.processor.function.FunctionFacts;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import dev.litmus.processor.sql.tree.Span;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which SELECTs turn rows into groups. An aggregate belongs to the innermost SELECT whose rows it names, and to the one it
 * stands in when it names none: {@code (SELECT sum(outer.x))} makes the outer SELECT an aggregate query.
 */
final class Aggregates {

  private final Subject subject;

  Aggregates(Subject subject) {
    this.subject = subject;
  }

  /**
   * Tells whether a SELECT yields one row for each group of rows, or one for all. An aggregate in ORDER BY alone makes none of
   * it: SQLite refuses it, or drops the order because there is one row anyway.
   */
  boolean isAggregate(Select select) {
    return !select.groupBy().isEmpty()
        || select.having().isPresent()
        || results(select).anyMatch(call -> belongs(call, select));
  }

  private Stream<Call> results(Select select) {
    return select.results().stream()
        .flatMap(part -> part.all(Call.class))
        .filter(this::isAggregate);
  }

  private boolean isAggregate(Call call) {
    return call.over().isEmpty()
        && subject
            .function(call)
            .filter(function -> function.kind() == FunctionFacts.Kind.AGGREGATE)
            .isPresent();
  }

  private boolean belongs(Call call, Select select) {
    Set<Span> named = named(call);
    Set<Span> own = relations(select.from());
    boolean direct = isDirect(call, select);
    if (named.isEmpty()) {
      return direct;
    }
    boolean inner = named.stream()
        .anyMatch(relation -> select.span().contains(relation) && !own.contains(relation));
    return !inner && named.stream().anyMatch(own::contains);
  }

  /** Tells whether no subquery is between a call and a SELECT. */
  private static boolean isDirect(Call call, Select select) {
    return select.all(Query.class).noneMatch(query -> query.span().contains(call.span()));
  }

  /** What subqueries in a call bring is nothing that the call goes over. */
  private Set<Span> named(Call call) {
    return call.all(ColumnName.class)
        .flatMap(name -> subject.use(name).stream())
        .flatMap(use -> use.meaning().origins().stream())
        .map(Relation::at)
        .flatMap(Optional::stream)
        .filter(relation -> !call.span().contains(relation))
        .collect(Collectors.toSet());
  }

  static Set<Span> relations(Optional<From> from) {
    return from.stream().flatMap(Relations::of).collect(Collectors.toSet());
  }
}
