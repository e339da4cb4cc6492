package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
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
 * @param names what the names in it mean; nothing when its structure is not known
 */
record Question(
    Schema schema, Neighbours neighbours, ParsedQuery query, Names names, Origin origin) {

  private static final Names NO_NAMES =
      new Names(List.of(), List.of(), List.of(), List.of(), Optional.empty());

  static Question of(Schema schema, Neighbours neighbours, ParsedQuery query, Origin origin) {
    Names names = query.tree().map(tree -> NameResolver.resolve(tree, schema)).orElse(NO_NAMES);
    return new Question(schema, neighbours, query, names, origin);
  }

  Problem problem(ProblemCode code, Span at, String fact) {
    return Problem.of(code, origin, fact).at(query.excerpt(at));
  }
}
