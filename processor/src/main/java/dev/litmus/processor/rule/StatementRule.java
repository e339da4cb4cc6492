package dev.litmus.processor.rule;

import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A query is one statement that reads or changes rows, and its parameters have names. */
public final class StatementRule {

  private static final Set<String> QUERIES =
      Set.of("SELECT", "VALUES", "WITH", "INSERT", "REPLACE", "UPDATE", "DELETE");
  private static final Set<String> TRANSACTIONS =
      Set.of("BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "RELEASE");
  private static final Set<String> SCHEMA_CHANGES = Set.of("CREATE", "ALTER", "DROP", "REINDEX");
  private static final Set<String> OTHERS =
      Set.of("PRAGMA", "ATTACH", "DETACH", "VACUUM", "ANALYZE", "EXPLAIN");

  private StatementRule() {}

  /** Returns what keeps SQLite from being asked at all. */
  public static List<Problem> check(ParsedQuery query, Origin origin) {
    int end = query.text().indexOf('\0');
    if (end >= 0) {
      return List.of(Problem.of(ProblemCode.SYNTAX_ERROR, origin, "the query has a NUL character")
          .at(query.excerpt(new Span(end, end)))
          .note("SQLite would take what stands before it for the whole query"));
    }
    if (query.statements().isEmpty()) {
      return List.of(Problem.of(ProblemCode.EMPTY_SQL, origin, "the query has no SQL"));
    }
    List<Problem> problems = new ArrayList<>();
    severalStatements(query, origin).ifPresent(problems::add);
    notAQuery(query, origin).ifPresent(problems::add);
    problems.addAll(positionalParameters(query, origin));
    return problems;
  }

  private static Optional<Problem> severalStatements(ParsedQuery query, Origin origin) {
    int count = query.statements().size();
    return count == 1
        ? Optional.empty()
        : Optional.of(Problem.of(
                ProblemCode.SEVERAL_STATEMENTS, origin, "the query has " + count + " statements")
            .at(query.excerpt(query.statements().get(1).span()))
            .note("only the first one would run")
            .help("give each statement a method of its own"));
  }

  private static Optional<Problem> notAQuery(ParsedQuery query, Origin origin) {
    String verb = query.verb();
    if (QUERIES.contains(verb) || !isKnown(verb)) {
      return Optional.empty();
    }
    return Optional.of(Problem.of(ProblemCode.NOT_A_QUERY, origin, "`" + verb + "` is not a query")
        .at(query.excerpt(query.tokens().get(0)))
        .help(cure(verb)));
  }

  private static boolean isKnown(String verb) {
    return TRANSACTIONS.contains(verb) || SCHEMA_CHANGES.contains(verb) || OTHERS.contains(verb);
  }

  private static String cure(String verb) {
    if (TRANSACTIONS.contains(verb)) {
      return "call `SqliteDatabase.transaction`, which begins and ends transactions";
    }
    return SCHEMA_CHANGES.contains(verb)
        ? "write a migration, which changes the schema"
        : "start with one of SELECT, VALUES, WITH, INSERT, REPLACE, UPDATE, DELETE";
  }

  /** {@code #name} is a parameter to SQLite as well, an undocumented one. */
  private static List<Problem> positionalParameters(ParsedQuery query, Origin origin) {
    Stream<Span> positional =
        query.parameters().stream().filter(Parameter::isPositional).map(Parameter::span);
    Stream<Span> sharp =
        query.invalid().filter(span -> query.textOf(span).matches("#\\w+")).stream();
    return Stream.concat(positional, sharp)
        .map(span -> Problem.of(
                ProblemCode.POSITIONAL_PARAMETER,
                origin,
                "`" + query.textOf(span) + "` is not the name of a parameter")
            .at(query.excerpt(span))
            .help("write `:name` with the name of a method parameter"))
        .toList();
  }
}
