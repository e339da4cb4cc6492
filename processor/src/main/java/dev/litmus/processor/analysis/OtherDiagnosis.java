package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.grammar.SyntaxError;
import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.CommonTable;
import dev.litmus.processor.sql.tree.Definition.CreateView;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.InSet;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.sql.tree.Upsert;
import dev.litmus.processor.sql.tree.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything else that SQLite refuses: its own words, and the piece of the query they are about. */
final class OtherDiagnosis {

  /** What finds a piece, given the query and the part of SQLite's words that the pattern marks. */
  private interface Place extends BiFunction<ParsedQuery, String, Stream<Span>> {}

  private static final List<Map.Entry<Pattern, Place>> PLACES = List.of(
      place(
          "no such collation sequence: (.+)",
          (query, name) ->
              named(query.all(Expression.Collate.class).map(Expression.Collate::collation), name)),
      place(
          "no such index: (.+)",
          (query, name) -> named(
              query
                  .all(Source.Table.class)
                  .flatMap(table -> table.hint().flatMap(Source.IndexHint::index).stream()),
              name)),
      place(
          "no such window: (.+)",
          (query, name) -> named(query.all(Window.Named.class).map(Window.Named::name), name)),
      place(
          "cannot join using column (\\S+) - .*",
          (query, name) ->
              named(query.all(Join.class).flatMap(join -> join.using().stream()), name)),
      place(
          "(\\d+)\\w\\w ORDER BY term .*",
          (query, number) -> query
              .all(Query.class)
              .flatMap(
                  q -> q.orderBy().stream().skip(Long.parseLong(number) - 1).limit(1))
              .map(Node::span)),
      place(
          "(\\d+)\\w\\w GROUP BY term .*",
          (query, number) -> query
              .all(SelectCore.Select.class)
              .flatMap(
                  s -> s.groupBy().stream().skip(Long.parseLong(number) - 1).limit(1))
              .map(Node::span)),
      place(
          "HAVING clause on a non-aggregate query()",
          (query, none) -> query
              .all(SelectCore.Select.class)
              .flatMap(select -> select.having().stream())
              .map(Node::span)),
      place(
          "SELECTs to the left and right of .*()",
          (query, none) -> query
              .all(Query.class)
              .flatMap(q -> q.others().stream())
              .map(other -> other.core().span())),
      place(
          "all VALUES must have the same number of terms()",
          (query, none) -> query
              .all(SelectCore.Values.class)
              .flatMap(values -> values.rows().stream()
                  .filter(
                      row -> row.items().size() != values.rows().get(0).items().size()))
              .map(SelectCore.Values.Row::span)),
      place(
          "sub-select returns .*()",
          (query, none) -> Stream.concat(
                  query.all(Expression.Subquery.class), query.all(InSet.Rows.class))
              .map(Node::span)),
      place(
          "row value misused()",
          (query, none) -> Stream.concat(
                  query.all(Expression.RowValue.class), query.all(Expression.Subquery.class))
              .map(Node::span)),
      place(
          "ON CONFLICT clause does not match .*()",
          (query, none) -> query.all(Upsert.class).map(upsert -> covering(upsert.target()))),
      place(
          "(\\d+)\\w\\w ON CONFLICT clause does not match .*",
          (query, number) -> query
              .all(Upsert.class)
              .skip(Long.parseLong(number) - 1)
              .map(upsert -> covering(upsert.target()))),
      place(
          "\\d+ columns assigned \\d+ values()",
          (query, none) -> query.all(Assignment.class).filter(Assignment::row).map(Node::span)),
      place(
          "RETURNING may not use .*()",
          (query, none) -> query.all(ResultTerm.TableStar.class).map(Node::span)),
      place(
          "table (.+) has \\d+ values for \\d+ columns",
          (query, name) -> Stream.concat(
              named(query.all(CommonTable.class).map(CommonTable::name), name),
              named(query.all(CreateView.class).map(view -> view.name().name()), name))),
      place(
          "cannot modify (\\S+) because it is a view",
          (query, name) ->
              named(query.all(Change.class).map(change -> change.target().name().name()), name)),
      place(
          "cannot (?:INSERT into|UPDATE) generated column \"(.+)\"",
          (query, name) -> named(query.all(Identifier.class), name)),
      place(
          "'(.+)' is not a function",
          (query, name) -> named(
              query.all(Source.Function.class).map(function -> function.name().name()), name)),
      place("(.+?)(?:\\(\\))? may not be used as a window function", OtherDiagnosis::calls),
      place(
          "(?:FILTER|ORDER BY) may not be used with non-aggregate (.+?)\\(\\)",
          OtherDiagnosis::calls),
      place(
          "DISTINCT .*aggregates? .*()",
          (query, none) ->
              query.all(Expression.Call.class).filter(Expression.Call::distinct).map(Node::span)),
      place(
          "a NATURAL join may not have an ON or USING clause()",
          (query, none) -> query
              .all(Join.class)
              .filter(join ->
                  join.natural() && (join.on().isPresent() || !join.using().isEmpty()))
              .map(Node::span)));

  private final Question question;

  OtherDiagnosis(Question question) {
    this.question = question;
  }

  Problem rejected(Refusal refusal) {
    return question
        .problem(ProblemCode.REJECTED_SQL, place(refusal), "SQLite does not accept this query")
        .note(refusal.note());
  }

  private Span place(Refusal refusal) {
    ParsedQuery query = question.query();
    for (Map.Entry<Pattern, Place> entry : PLACES) {
      Matcher matcher = entry.getKey().matcher(refusal.words());
      if (matcher.matches()) {
        Optional<Span> span = entry.getValue().apply(query, matcher.group(1)).findFirst();
        if (span.isPresent()) {
          return span.get();
        }
      }
    }
    return named(query.all(Identifier.class), refusal.simpleName())
        .findFirst()
        .or(() -> query.statement().error().map(SyntaxError::at))
        .orElse(query.tokens().get(0));
  }

  private static Map.Entry<Pattern, Place> place(String words, Place place) {
    return Map.entry(Pattern.compile(words, Pattern.DOTALL), place);
  }

  private static Stream<Span> named(Stream<Identifier> identifiers, String name) {
    return identifiers.filter(identifier -> identifier.is(name)).map(Identifier::span);
  }

  private static Stream<Span> calls(ParsedQuery query, String function) {
    return query
        .all(Expression.Call.class)
        .filter(call -> call.function().is(function))
        .map(Node::span);
  }

  private static Span covering(List<? extends Node> nodes) {
    return Span.covering(nodes.get(0).span(), nodes.get(nodes.size() - 1).span());
  }
}
