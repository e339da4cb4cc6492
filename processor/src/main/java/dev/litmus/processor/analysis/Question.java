package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.rewrite.Edit;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.scope.NameResolver;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Optional;

/**
 * A query that SQLite is asked about, with all that an explanation of its answer may need.
 *
 * @param rewriter what makes of it the SQL that will run
 * @param names what the names in it mean; nothing when its structure is not known
 */
record Question(
    Schema schema,
    Neighbours neighbours,
    ParsedQuery query,
    Rewriter rewriter,
    Names names,
    Origin origin) {

  private static final Names NO_NAMES = Names.NONE;

  static Question of(
      Schema schema, Neighbours neighbours, ParsedQuery query, Rewriter rewriter, Origin origin) {
    Names names = query.tree().map(tree -> NameResolver.resolve(tree, schema)).orElse(NO_NAMES);
    return new Question(schema, neighbours, query, rewriter, names, origin);
  }

  /** Asks SQLite about the query with further edits. */
  Optional<Refusal> refusal(List<Edit> edits) {
    return schema.refusal(rewriter.rewrite(query, edits).text()).map(Refusal::of);
  }

  Problem problem(ProblemCode code, Span at, String fact) {
    return Problem.of(code, origin, fact).at(query.excerpt(at));
  }
}
