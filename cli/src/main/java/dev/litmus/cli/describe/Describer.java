package dev.litmus.cli.describe;

import dev.litmus.cli.schema.CommandLineOrigin;
import dev.litmus.cli.schema.SchemaException;
import dev.litmus.cli.schema.SchemaSource;
import dev.litmus.processor.analysis.Analyzer;
import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.problem.Severity;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.value.Cardinality;
import dev.litmus.processor.value.Rows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says what is known of a query: its text is checked, SQLite judges its first statement, and what SQLite accepts is
 * explained. Describing runs nothing, and one query never changes what is said of the next. Not for several threads.
 */
public final class Describer implements AutoCloseable {

  private static final Rewriter REWRITER = Rewriter.of(Set.of());

  private static final dev.litmus.processor.value.Value ANYTHING =
      dev.litmus.processor.value.Value.unknown("EXPLAIN is not looked into");

  private final Schema schema;
  private final Neighbours neighbours;
  private final SpareSchema spare;
  private final boolean notes;
  private final Consumer<Throwable> bugs;

  private Describer(
      Schema schema,
      Neighbours neighbours,
      SpareSchema spare,
      boolean notes,
      Consumer<Throwable> bugs) {
    this.schema = schema;
    this.neighbours = neighbours;
    this.spare = spare;
    this.notes = notes;
    this.bugs = bugs;
  }

  /**
   * Makes the schema.
   *
   * @param notes whether what could not be found out is said
   * @param bugs told of failures of our own, which are part of the description of the query they befell
   */
  public static Describer open(SchemaSource source, boolean notes, Consumer<Throwable> bugs)
      throws SchemaException, SQLException {
    Schema schema = source.open();
    return new Describer(schema, source.neighbours(), new SpareSchema(source, schema), notes, bugs);
  }

  public Description describe(String sql) {
    try {
      return describe(QueryParser.parse(sql));
    } catch (Exception | StackOverflowError e) {
      bugs.accept(e);
      return Description.invalid(Finding.of(bug(e)));
    }
  }

  private Description describe(ParsedQuery text) throws SQLException {
    Optional<Problem> unaskable = TextCheck.check(text);
    if (unaskable.isPresent()) {
      return Description.invalid(Finding.of(unaskable.get()));
    }
    List<Finding> findings = new ArrayList<>();
    TextCheck.severalStatements(text)
        .ifPresent(problem -> findings.add(Finding.of(problem, Severity.WARNING)));
    FirstStatement statement = FirstStatement.of(text);
    Checked<QueryFacts> facts = judge(statement);
    facts.problems().stream()
        .map(Finding::of)
        .filter(finding -> notes || finding.severity() != Severity.NOTE)
        .forEach(findings::add);
    return facts
        .value()
        .map(known -> description(statement, known, findings))
        .orElseGet(() -> Description.invalid(findings));
  }

  /** What takes effect does so on the connection that prepares it: that one is thrown away. */
  private Checked<QueryFacts> judge(FirstStatement statement) throws SQLException {
    if (!statement.takesEffectUnrun()) {
      return judge(statement, schema);
    }
    try (Schema thrownAway = spare.open()) {
      return judge(statement, thrownAway);
    }
  }

  private Checked<QueryFacts> judge(FirstStatement statement, Schema schema) throws SQLException {
    String sql = REWRITER.rewrite(statement.written()).text();
    return statement.isExplain() && schema.refusal(sql).isEmpty()
        ? Checked.of(explained(schema.columnNames(sql)))
        : Analyzer.analyze(
            schema,
            neighbours,
            statement.written(),
            REWRITER,
            Assumptions.NONE,
            CommandLineOrigin.HERE);
  }

  /** EXPLAIN cannot be explained itself; it yields rows about a statement that does not run. */
  private static QueryFacts explained(List<String> names) {
    List<ResultColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(
          new ResultColumn(name, columns.size() + 1, Optional.empty(), Optional.empty(), ANYTHING));
    }
    return new QueryFacts(
        columns,
        Cardinality.of(Rows.MANY),
        List.of(),
        Optional.empty(),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Description description(
      FirstStatement statement, QueryFacts facts, List<Finding> findings) {
    return new Description(
        true,
        facts.columns().stream().map(Value::of).toList(),
        statement.parameterNames().stream().map(name -> parameter(name, facts)).toList(),
        facts.columns().isEmpty() ? Rows.NONE : facts.cardinality().rows(),
        facts.writes(),
        facts.reads(),
        facts.changes(),
        facts.plan(),
        findings);
  }

  private static Value parameter(String name, QueryFacts facts) {
    return facts.parameters().stream()
        .filter(
            parameter -> FirstStatement.name(parameter.path(), parameter.text()).equals(name))
        .findFirst()
        .map(parameter -> Value.of(name, parameter))
        .orElseGet(() -> Value.unknown(name));
  }

  private static Problem bug(Throwable e) {
    return Problem.of(
            ProblemCode.BUG, CommandLineOrigin.HERE, "litmus failed while describing the query")
        .evidence(e.toString())
        .note("this is a bug of litmus, not of your query")
        .help("report it with the query and the output of --debug");
  }

  @Override
  public void close() throws SQLException {
    schema.close();
  }
}
