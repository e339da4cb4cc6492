package dev.litmus.processor.analysis;

import dev.litmus.processor.problem.Origin;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.Word;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Optional;

/** Puts SQLite's refusal into words that teach: the place, the candidates, the cure. */
final class Diagnosis {

  private final Schema schema;
  private final ParsedQuery query;
  private final Origin origin;
  private final QuerySources sources;

  Diagnosis(Schema schema, ParsedQuery query, Origin origin) {
    this.schema = schema;
    this.query = query;
    this.origin = origin;
    this.sources = QuerySources.of(query, schema);
  }

  Problem unknownTable(Refusal refusal, Word word) {
    if (query.qualifies(word) && !refusal.name().contains(".")) {
      return unknownQualifier(word.span(), refusal.name());
    }
    if (refusal.qualifier().filter(name -> !name.equalsIgnoreCase("main")).isPresent()) {
      return Problem.of(
              ProblemCode.UNKNOWN_TABLE,
              origin,
              "`" + refusal.name() + "` is a table of another database")
          .at(query.excerpt(word.span()))
          .note("a repository reads one database: `" + schema.name() + "`");
    }
    List<String> tables = schema.tables().stream().map(Table::name).toList();
    return Problem.of(
            ProblemCode.UNKNOWN_TABLE,
            origin,
            "database `" + schema.name() + "` has no table `" + refusal.simpleName() + "`")
        .at(query.excerpt(word.span()))
        .evidence("tables of `" + schema.name() + "`: " + Suggestions.list(tables))
        .suggest(Suggestions.nearest(refusal.simpleName(), tables));
  }

  Problem unknownColumn(Refusal refusal, Word word) {
    String column = refusal.simpleName();
    Optional<String> qualifier = refusal.qualifier();
    Optional<String> alias = qualifier.flatMap(sources::aliasOf);
    if (qualifier.isPresent() && (alias.isPresent() || !query.names(qualifier.get()))) {
      return unknownQualifier(word.qualifier().orElse(word).span(), qualifier.get());
    }
    List<Table> candidates =
        qualifier.map(name -> sources.called(name).stream().toList()).orElse(sources.tables());
    // A table of another part of the query may have the column; the part that names it cannot see
    // that table.
    List<Table> lacking =
        candidates.stream().filter(table -> !has(table, column)).toList();
    Problem problem = Problem.of(
            ProblemCode.UNKNOWN_COLUMN, origin, columnFact(column, qualifier, candidates, lacking))
        .at(query.excerpt(word.span()));
    for (Table table : lacking) {
      problem = problem.evidence("columns of `" + table.name() + "` (" + table.location() + "): "
          + Suggestions.inOrder(table.columns()));
    }
    List<String> names =
        lacking.stream().flatMap(table -> table.columns().stream()).distinct().toList();
    Optional<String> near = Suggestions.nearest(column, names);
    return near.isPresent() ? problem.suggest(near) : elsewhere(problem, column, lacking);
  }

  private Problem unknownQualifier(Span place, String qualifier) {
    List<String> aliases =
        sources.sources().stream().map(QuerySources.Source::alias).toList();
    Optional<String> alias = sources.aliasOf(qualifier);
    String fact = alias
        .map(name -> "table `" + qualifier + "` is called `" + name + "` in this query")
        .orElse("this query has no table `" + qualifier + "`");
    return Problem.of(ProblemCode.UNKNOWN_COLUMN, origin, fact)
        .at(query.excerpt(place))
        .evidence("tables of this query: " + Suggestions.list(aliases))
        .suggest(alias.or(() -> Suggestions.nearest(qualifier, aliases)));
  }

  private String columnFact(
      String column, Optional<String> qualifier, List<Table> candidates, List<Table> lacking) {
    boolean oneSelect = query.words().stream().filter(word -> word.is("SELECT")).count() <= 1;
    if (candidates.size() == 1 && lacking.size() == 1 && (oneSelect || qualifier.isPresent())) {
      return "table `" + candidates.get(0).name() + "` has no column `" + column + "`";
    }
    if (lacking.isEmpty() && !candidates.isEmpty()) {
      String name = qualifier.map(q -> q + "." + column).orElse(column);
      return "there is no column `" + name + "` in this part of the query";
    }
    if (qualifier.isPresent()) {
      return "`" + qualifier.get() + "` has no column `" + column + "`";
    }
    return oneSelect && lacking.size() == candidates.size()
        ? "no table of this query has a column `" + column + "`"
        : "there is no column `" + column + "` in this part of the query";
  }

  private static boolean has(Table table, String column) {
    return table.columns().stream().anyMatch(column::equalsIgnoreCase);
  }

  private Problem elsewhere(Problem problem, String column, List<Table> lacking) {
    List<String> others = schema.tables().stream()
        .filter(table -> !lacking.contains(table) && has(table, column))
        .map(table -> "`" + table.name() + "`")
        .toList();
    return others.isEmpty()
        ? problem
        : problem.note("`" + column + "` is a column of " + Suggestions.list(others));
  }

  Problem syntaxError(Refusal refusal, Optional<Span> at) {
    int end = query.statement().span().end();
    Span span = at.orElse(new Span(end, end));
    String fact = at.isPresent()
        ? "syntax error at `" + query.textOf(span) + "`"
        : "the query ends where more is expected";
    return Problem.of(ProblemCode.SYNTAX_ERROR, origin, fact)
        .at(query.excerpt(span))
        .note(says(refusal));
  }

  /** Everything else that SQLite refuses: its own words, and the word they name where the query has it. */
  Problem rejected(Refusal refusal) {
    Span place = query.words().stream()
        .filter(word -> word.is(refusal.simpleName()))
        .map(Word::span)
        .findFirst()
        .orElse(query.tokens().get(0));
    return Problem.of(ProblemCode.REJECTED_SQL, origin, "SQLite does not accept this query")
        .at(query.excerpt(place))
        .note(says(refusal));
  }

  private static String says(Refusal refusal) {
    return "SQLite says: " + refusal.words().strip();
  }
}
