package dev.litmus.processor;

import dev.litmus.processor.analysis.Analyzer;
import dev.litmus.processor.analysis.EarlierVersions;
import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.UnnamedColumns;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.Nullness;
import dev.litmus.processor.declaration.PageType;
import dev.litmus.processor.declaration.RepositoryDeclaration;
import dev.litmus.processor.inference.Assumptions;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.model.Declared;
import dev.litmus.processor.model.DeclaredTable;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.RepositoryModel;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.rewrite.RewrittenSql;
import dev.litmus.processor.rewrite.Slot;
import dev.litmus.processor.rule.BatchRule;
import dev.litmus.processor.rule.CollectionRule;
import dev.litmus.processor.rule.ConverterRule;
import dev.litmus.processor.rule.Counterexamples;
import dev.litmus.processor.rule.LostNameRule;
import dev.litmus.processor.rule.ManyRowsRule;
import dev.litmus.processor.rule.MismatchedTypeRule;
import dev.litmus.processor.rule.NeverEqualRule;
import dev.litmus.processor.rule.NullComparisonRule;
import dev.litmus.processor.rule.NullableColumnRule;
import dev.litmus.processor.rule.PageRule;
import dev.litmus.processor.rule.ParameterRule;
import dev.litmus.processor.rule.RequiredColumnRule;
import dev.litmus.processor.rule.ResultRule;
import dev.litmus.processor.rule.SaidFacts;
import dev.litmus.processor.rule.StatementRule;
import dev.litmus.processor.rule.StoredNullRule;
import dev.litmus.processor.rule.UnorderedLimitRule;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.Table;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The way of a query, from what the developer declared to what the generator needs. Knows no compiler. */
final class RepositoryCompiler {

  private final Schema schema;
  private final Neighbours neighbours;
  private final EarlierVersions earlier;
  private final RepositoryDeclaration repository;
  private final Refutations refutations;
  private final boolean refute;

  private RepositoryCompiler(
      Schema schema,
      Neighbours neighbours,
      EarlierVersions earlier,
      RepositoryDeclaration repository,
      Refutations refutations,
      boolean refute) {
    this.schema = schema;
    this.neighbours = neighbours;
    this.earlier = earlier;
    this.repository = repository;
    this.refutations = refutations;
    this.refute = refute;
  }

  /**
   * Returns the model, which is complete only when there are no problems.
   *
   * @param earlier on which versions besides a query has to run
   * @param refute whether what is said of queries is tried on rows
   */
  static Checked<RepositoryModel> compile(
      Schema schema,
      Neighbours neighbours,
      EarlierVersions earlier,
      RepositoryDeclaration repository,
      boolean refute)
      throws SQLException {
    try (Refutations refutations = new Refutations(schema)) {
      return new RepositoryCompiler(schema, neighbours, earlier, repository, refutations, refute)
          .compile();
    }
  }

  private Checked<RepositoryModel> compile() throws SQLException {
    List<Problem> problems = new ArrayList<>();
    List<QueryModel> queries = new ArrayList<>();
    for (MethodDeclaration method : repository.methods()) {
      Checked<QueryModel> query = compile(method);
      problems.addAll(query.problems());
      query.value().ifPresent(queries::add);
    }
    return Checked.of(
        new RepositoryModel(
            repository.type(),
            schema.name(),
            schema.version(),
            schema.fingerprint(),
            schema.script().map(this::declared),
            repository.members(),
            queries,
            repository.transactions()),
        problems);
  }

  /** A broken view has no columns, and who does not read it does not need it. */
  private Declared declared(String script) {
    Set<Table> whole = repository.methods().stream()
        .map(MethodDeclaration::query)
        .map(query -> QueryParser.parse(query.sql(), query.place()))
        .flatMap(query -> UnnamedColumns.of(query, schema).stream())
        .collect(Collectors.toSet());
    return new Declared(
        script,
        schema.tables().stream()
            .filter(table -> !table.columns().isEmpty())
            .map(table ->
                new DeclaredTable(table.name(), table.visibleColumns(), whole.contains(table)))
            .toList());
  }

  private Checked<QueryModel> compile(MethodDeclaration method) throws SQLException {
    ParsedQuery parsed = QueryParser.parse(method.query().sql(), method.query().place());
    List<Problem> unaskable = new ArrayList<>(StatementRule.check(parsed, method.origin()));
    unaskable.addAll(BatchRule.check(method));
    if (!unaskable.isEmpty()) {
      return Checked.failed(unaskable);
    }
    Optional<Problem> lostName = LostNameRule.check(method, parsed);
    if (lostName.isPresent()) {
      return Checked.failed(lostName.get());
    }
    Checked<Map<List<String>, Binding>> bindings =
        ParameterRule.check(repository.types(), method, parsed);
    Map<List<String>, Binding> byPath = bindings.value().orElseThrow();
    Rewriter rewriter = Rewriter.of(collections(byPath));
    Checked<QueryFacts> facts = Analyzer.analyze(
        schema, neighbours, parsed, rewriter, assumptions(byPath), method.origin());
    List<Problem> problems = new ArrayList<>(bindings.problems());
    problems.addAll(CollectionRule.check(schema, method, parsed, byPath));
    problems.addAll(PageRule.check(method, parsed));
    problems.addAll(facts.problems());
    Optional<QueryFacts> said =
        facts.value().map(judged -> SaidFacts.of(schema, parsed, byPath.values(), judged));
    said.ifPresent(known -> problems.addAll(written(method, parsed, byPath, known)));
    Optional<Checked<Result>> result =
        facts.value().map(judged -> ResultRule.check(repository.types(), method, parsed, judged));
    result.ifPresent(checked -> problems.addAll(checked.problems()));
    result
        .flatMap(Checked::value)
        .ifPresent(returned ->
            problems.addAll(read(method, parsed, byPath, said.orElseThrow(), returned)));
    if (refute) {
      facts
          .value()
          .ifPresent(judged -> problems.addAll(refutations.check(
              method.origin(),
              rewriter.rewrite(parsed),
              collections(byPath),
              assumptions(byPath),
              judged)));
    }
    if (Problem.anyError(problems)) {
      return Checked.failed(problems);
    }
    Result known = result.orElseThrow().value().orElseThrow();
    earlier.check(schema, neighbours, parsed, rewriter, method.origin()).ifPresent(problems::add);
    UnorderedLimitRule.check(method, parsed, facts.value().orElseThrow(), known)
        .ifPresent(problems::add);
    RewrittenSql rewritten = rewriter.rewrite(parsed);
    QueryModel model = new QueryModel(
        method, rewritten.text(), bindings(rewritten, byPath), facts.value().orElseThrow(), known);
    Checked<QueryModel> complete = PageType.of(method.returnType()).isPresent()
        ? new PageCompiler(schema, neighbours, repository).compile(model, parsed, rewriter)
        : Checked.of(model);
    problems.addAll(complete.problems());
    return new Checked<>(complete.value(), problems);
  }

  /** What is wrong with a query and its parameters, whatever becomes of its rows. */
  private static List<Problem> written(
      MethodDeclaration method,
      ParsedQuery query,
      Map<List<String>, Binding> bindings,
      QueryFacts facts) {
    List<Problem> problems = new ArrayList<>();
    RequiredColumnRule.check(method, query, facts).ifPresent(problems::add);
    problems.addAll(StoredNullRule.check(method, query, facts));
    problems.addAll(NeverEqualRule.check(method, query, bindings, facts));
    problems.addAll(NullComparisonRule.check(method, query, bindings, facts));
    return problems;
  }

  /** What is wrong with what becomes of the rows of a query. */
  private List<Problem> read(
      MethodDeclaration method,
      ParsedQuery query,
      Map<List<String>, Binding> bindings,
      QueryFacts facts,
      Result result) {
    List<Problem> problems =
        new ArrayList<>(ConverterRule.check(method, query, bindings, facts, result));
    problems.addAll(MismatchedTypeRule.check(method, query, facts, result));
    Counterexamples examples = refutations.examples(
        Rewriter.of(collections(bindings)).rewrite(query),
        collections(bindings),
        declaredNullable(bindings),
        facts);
    problems.addAll(NullableColumnRule.check(method, query, facts, result, examples));
    problems.addAll(ManyRowsRule.check(method, query, facts, result, examples));
    return problems;
  }

  static List<Binding> bindings(RewrittenSql rewritten, Map<List<String>, Binding> byPath) {
    return rewritten.bindings().stream()
        .map(slot -> Optional.ofNullable(byPath.get(((Slot.Value) slot).path())).orElseThrow())
        .toList();
  }

  /** What nothing is said of may be null: that makes no problem, but what is said of the result stays true. */
  static Assumptions assumptions(Map<List<String>, Binding> bindings) {
    return Assumptions.of(bindings.values().stream()
        .filter(binding -> binding.nullness() != Nullness.NOT_NULL)
        .map(Binding::path)
        .collect(Collectors.toSet()));
  }

  private static Assumptions declaredNullable(Map<List<String>, Binding> bindings) {
    return Assumptions.of(bindings.values().stream()
        .filter(binding -> binding.nullness() == Nullness.NULLABLE)
        .map(Binding::path)
        .collect(Collectors.toSet()));
  }

  static Set<List<String>> collections(Map<List<String>, Binding> bindings) {
    return bindings.values().stream()
        .filter(Binding::isCollection)
        .map(Binding::path)
        .collect(Collectors.toSet());
  }
}
