package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.RecordDeclaration;
import dev.litmus.processor.declaration.ScalarType;
import dev.litmus.processor.model.Row;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Suggestions;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.ResultTerm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A row becomes a record when names agree both ways: every component has one column, every column one component. {@code
 * chat_id} is {@code chatId}; case does not matter, as it does not in SQLite.
 */
final class RecordRule {

  private final RecordDeclaration record;
  private final MethodDeclaration method;
  private final ParsedQuery query;
  private final QueryFacts facts;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> suggested = new HashSet<>();

  private RecordRule(
      RecordDeclaration record, MethodDeclaration method, ParsedQuery query, QueryFacts facts) {
    this.record = record;
    this.method = method;
    this.query = query;
    this.facts = facts;
  }

  static Checked<Row> check(
      RecordDeclaration record, MethodDeclaration method, ParsedQuery query, QueryFacts facts) {
    return new RecordRule(record, method, query, facts).check();
  }

  private Checked<Row> check() {
    List<Row.ColumnRead> reads = new ArrayList<>();
    for (RecordDeclaration.Component component : record.components()) {
      read(component).ifPresent(reads::add);
    }
    for (ResultColumn column : facts.columns()) {
      boolean used = record.components().stream().anyMatch(component -> agree(component, column));
      // What a component most likely means was named with it: one cause is one error.
      if (!used && !suggested.contains(column.name())) {
        problems.add(unusedColumn(column));
      }
    }
    return problems.isEmpty()
        ? Checked.of(new Row.RecordRow(record.type(), reads))
        : Checked.failed(problems);
  }

  private Optional<Row.ColumnRead> read(RecordDeclaration.Component component) {
    List<ResultColumn> columns =
        facts.columns().stream().filter(column -> agree(component, column)).toList();
    Optional<ScalarType> type = ScalarType.of(component.type());
    if (columns.isEmpty()) {
      problems.add(missingColumn(component));
    } else if (columns.size() > 1) {
      problems.add(ambiguousColumn(component, columns));
    } else if (type.isEmpty()) {
      problems.add(unsupported(component, columns.get(0)));
    } else {
      return Optional.of(new Row.ColumnRead(type.get(), columns.get(0).index()));
    }
    return Optional.empty();
  }

  private static boolean agree(RecordDeclaration.Component component, ResultColumn column) {
    return bare(component.name()).equals(bare(column.name()));
  }

  private static String bare(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private Problem missingColumn(RecordDeclaration.Component component) {
    List<String> free = facts.columns().stream()
        .filter(column -> record.components().stream().noneMatch(c -> agree(c, column)))
        .map(ResultColumn::name)
        .toList();
    Optional<String> near = Suggestions.nearest(component.name(), free);
    near.ifPresent(suggested::add);
    return problem(
            ProblemCode.MISSING_COLUMN, "no column for the component `" + path(component) + "`")
        .evidence("columns of the result: " + columnNames())
        .suggest(near);
  }

  private Problem unusedColumn(ResultColumn column) {
    List<String> names =
        record.components().stream().map(RecordDeclaration.Component::name).toList();
    Problem problem = problem(
        ProblemCode.UNUSED_COLUMN,
        "column `" + column.name() + "` has no component in `" + record.type().simpleName() + "`");
    Problem shown = underline(problem, column)
        .evidence(
            "components of `" + record.type().simpleName() + "`: " + String.join(", ", names));
    return column.name().matches("\\w+") ? shown : shown.help("name it after a component with AS");
  }

  private Problem ambiguousColumn(
      RecordDeclaration.Component component, List<ResultColumn> columns) {
    return underline(
            problem(
                ProblemCode.AMBIGUOUS_COLUMN,
                columns.size() + " columns for the component `" + path(component) + "`"),
            columns.get(0))
        .evidence("columns of the result: " + columnNames())
        .help("give all but one of them another name with AS, or leave them out");
  }

  private Problem unsupported(RecordDeclaration.Component component, ResultColumn column) {
    return underline(
            problem(
                ProblemCode.UNSUPPORTED_RESULT,
                "column `" + column.name() + "` cannot become `"
                    + component.type().text() + "`, the type of `" + path(component) + "`"),
            column)
        .evidence("types that can be read: " + String.join(", ", ScalarType.names()));
  }

  private String path(RecordDeclaration.Component component) {
    return record.type().simpleName() + "." + component.name();
  }

  private String columnNames() {
    return String.join(", ", facts.columns().stream().map(ResultColumn::name).toList());
  }

  /** Points at the column's name where the list of results spells it out; a star does not. */
  private Problem underline(Problem problem, ResultColumn column) {
    return query.results().stream()
        .flatMap(term -> name(term).stream())
        .filter(name -> name.is(column.name()))
        .findFirst()
        .map(name -> problem.at(query.excerpt(name.span())))
        .orElse(problem);
  }

  private static Optional<Identifier> name(ResultTerm term) {
    if (!(term instanceof ResultTerm.Value value)) {
      return Optional.empty();
    }
    return value
        .alias()
        .map(Alias::name)
        .or(() -> value.expression() instanceof Expression.ColumnName column
            ? Optional.of(column.name())
            : Optional.empty());
  }

  private Problem problem(ProblemCode code, String fact) {
    return Problem.of(code, method.query(), fact);
  }
}
