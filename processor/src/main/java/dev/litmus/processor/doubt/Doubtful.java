package dev.litmus.processor.doubt;

import dev.litmus.processor.function.FunctionFacts;
import dev.litmus.processor.function.FunctionTable;
import dev.litmus.processor.inference.Inference;
import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.scope.ColumnUse;
import dev.litmus.processor.scope.Meaning;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Span;
import java.util.Optional;

/**
 * A query that SQLite accepts, and what is asked about it.
 *
 * @param names what its names mean
 * @param inferred what else its structure says
 */
record Doubtful(
    Schema schema,
    FunctionTable functions,
    ParsedQuery query,
    Names names,
    Inference inferred,
    Origin origin) {

  String textOf(Node node) {
    return query.textOf(node.span());
  }

  /** Returns the text of a piece for a sentence. */
  String words(Node node) {
    return query.shortTextOf(node).orElse("…");
  }

  /** Returns the function that is called; empty when it is not known. */
  Optional<FunctionFacts> function(Call call) {
    return functions.find(
        call.function().name(), call.star() ? 0 : call.arguments().size());
  }

  Optional<ColumnUse> use(ColumnName name) {
    return names.columns().stream()
        .filter(use -> use.name().span().equals(name.span()))
        .findFirst();
  }

  /** Returns what a column is one of; empty when that is not one thing. */
  Optional<Relation> relation(ColumnName name) {
    return use(name)
        .map(ColumnUse::meaning)
        .filter(Meaning::isOneColumn)
        .map(meaning -> meaning.origins().get(0));
  }

  Problem problem(ProblemCode code, Span at, String fact) {
    return Problem.of(code, origin, fact).at(query.excerpt(at));
  }
}
