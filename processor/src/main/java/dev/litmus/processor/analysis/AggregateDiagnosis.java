package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.scope.Meaning;
import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Aggregates and window functions where there are no rows to look at together. */
final class AggregateDiagnosis {

  private final Question question;

  AggregateDiagnosis(Question question) {
    this.question = question;
  }

  /** A clause that looks at one row at a time. */
  private record Clause(String name, Node content, Optional<String> cure) {}

  List<Problem> misplaced(Refusal refusal) {
    boolean window = refusal.words().contains("window");
    for (Clause clause : clauses(window)) {
      Optional<Problem> problem = calls(clause.content())
          .filter(call -> isMeant(call, refusal))
          .findFirst()
          .map(call -> misplaced(call.function().name(), call.span(), clause, window))
          .or(() -> aliased(clause, refusal));
      if (problem.isPresent()) {
        return List.of(problem.get());
      }
    }
    return question
        .query()
        .all(Call.class)
        .filter(call -> isMeant(call, refusal))
        .map(call -> elsewhere(call, window))
        .flatMap(Optional::stream)
        .findFirst()
        .map(List::of)
        .orElse(List.of());
  }

  private static boolean isMeant(Call call, Refusal refusal) {
    return refusal.kind() == Refusal.Kind.GROUPED_AGGREGATE || call.function().is(refusal.name());
  }

  private List<Clause> clauses(boolean window) {
    Optional<String> having = Optional.of(
        window
            ? "compute it in a subquery, and filter the rows of that"
            : "put the condition behind HAVING");
    Optional<String> subquery = Optional.of("compute it in a subquery of its own");
    List<Clause> clauses = new ArrayList<>();
    question.query().all(SelectCore.Select.class).forEach(select -> {
      select.where().ifPresent(where -> clauses.add(new Clause("WHERE", where, having)));
      select.groupBy().forEach(term -> clauses.add(new Clause("GROUP BY", term, Optional.empty())));
    });
    question
        .query()
        .all(Join.class)
        .flatMap(join -> join.on().stream())
        .forEach(on -> clauses.add(new Clause("ON", on, subquery)));
    question
        .query()
        .all(Assignment.class)
        .forEach(set -> clauses.add(new Clause("SET", set.value(), subquery)));
    question
        .query()
        .all(SelectCore.Values.class)
        .forEach(values -> clauses.add(new Clause("VALUES", values, subquery)));
    question
        .query()
        .all(Change.class)
        .forEach(change ->
            where(change).ifPresent(where -> clauses.add(new Clause("WHERE", where, subquery))));
    return clauses;
  }

  private static Optional<Expression> where(Change change) {
    if (change instanceof Change.Update update) {
      return update.where();
    }
    return change instanceof Change.Delete delete ? delete.where() : Optional.empty();
  }

  /** The calls of a clause itself; a subquery has clauses of its own. */
  private static Stream<Call> calls(Node node) {
    if (node instanceof Query) {
      return Stream.empty();
    }
    Stream<Call> inner = node.children().stream().flatMap(AggregateDiagnosis::calls);
    return node instanceof Call call ? Stream.concat(Stream.of(call), inner) : inner;
  }

  private Problem misplaced(String name, Span span, Clause clause, boolean window) {
    Problem problem = question.problem(
        ProblemCode.MISPLACED_AGGREGATE,
        span,
        "`" + name + "` is " + (window ? "a window function" : "an aggregate") + ", and "
            + clause.name() + " looks at one row at a time");
    return clause.cure().map(problem::help).orElse(problem);
  }

  /** {@code SELECT count(*) AS n … WHERE n > 1}. */
  private Optional<Problem> aliased(Clause clause, Refusal refusal) {
    return question.names().columns().stream()
        .filter(use -> use.meaning().kind() == Meaning.Kind.ALIAS)
        .filter(use -> contains(clause.content().span(), use))
        .findFirst()
        .map(use -> misplaced(
            use.name().name().name(),
            use.name().span(),
            clause,
            refusal.words().contains("window")));
  }

  private static boolean contains(Span span, ColumnUse use) {
    return span.contains(use.name().span());
  }

  private Optional<Problem> elsewhere(Call call, boolean window) {
    String name = call.function().name();
    if (window && call.over().isEmpty()) {
      return Optional.of(question
          .problem(
              ProblemCode.MISPLACED_AGGREGATE,
              call.span(),
              "`" + name + "` is a window function, and has no window")
          .help("write `" + name + "(…) OVER (…)`"));
    }
    boolean nested = question
        .query()
        .all(Call.class)
        .anyMatch(outer -> !outer.equals(call) && outer.span().contains(call.span()));
    return nested
        ? Optional.of(question
            .problem(
                ProblemCode.MISPLACED_AGGREGATE,
                call.span(),
                "`" + name + "` stands inside another aggregate")
            .help("compute the inner one in a subquery"))
        : Optional.empty();
  }
}
