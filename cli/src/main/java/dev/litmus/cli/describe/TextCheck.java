package dev.litmus.cli.describe;

import dev.litmus.cli.schema.CommandLineOrigin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Span;
import java.util.Optional;

/** What keeps SQLite from being asked: it would see nothing, or less than was written. */
final class TextCheck {

  private TextCheck() {}

  static Optional<Problem> check(ParsedQuery query) {
    int nul = query.text().indexOf('\0');
    if (nul >= 0) {
      return Optional.of(Problem.of(
              ProblemCode.SYNTAX_ERROR, CommandLineOrigin.HERE, "the query has a NUL character")
          .at(query.excerpt(new Span(nul, nul)))
          .note("SQLite would take what stands before it for the whole query"));
    }
    return query.statements().isEmpty()
        ? Optional.of(
            Problem.of(ProblemCode.EMPTY_SQL, CommandLineOrigin.HERE, "the query has no SQL"))
        : Optional.empty();
  }

  /** A second statement is no error: the first one is described as if it stood alone. */
  static Optional<Problem> severalStatements(ParsedQuery query) {
    int count = query.statements().size();
    return count == 1
        ? Optional.empty()
        : Optional.of(Problem.of(
                ProblemCode.SEVERAL_STATEMENTS,
                CommandLineOrigin.HERE,
                "the query has " + count + " statements")
            .at(query.excerpt(query.statements().get(1).span()))
            .note("only the first one is described"));
  }
}
