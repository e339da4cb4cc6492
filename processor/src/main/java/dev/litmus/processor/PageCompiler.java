package dev.litmus.processor;

import dev.litmus.processor.analysis.Analyzer;
import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.PageType;
import dev.litmus.processor.declaration.RepositoryDeclaration;
import dev.litmus.processor.keys.KeysetOrder;
import dev.litmus.processor.model.Binding;
import dev.litmus.processor.model.QueryModel;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.model.Row;
import dev.litmus.processor.problem.Checked;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.rewrite.Keyset;
import dev.litmus.processor.rewrite.Pages;
import dev.litmus.processor.rewrite.Rewriter;
import dev.litmus.processor.rewrite.RewrittenSql;
import dev.litmus.processor.rule.CollectionRule;
import dev.litmus.processor.rule.PageRule;
import dev.litmus.processor.rule.ParameterRule;
import dev.litmus.processor.rule.StatementRule;
import dev.litmus.processor.schema.Neighbours;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.QueryParser;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The last steps of a query that is read in pages: from all of its rows to the statements for some of them. */
final class PageCompiler {

  private final Schema schema;
  private final Neighbours neighbours;
  private final RepositoryDeclaration repository;

  PageCompiler(Schema schema, Neighbours neighbours, RepositoryDeclaration repository) {
    this.schema = schema;
    this.neighbours = neighbours;
    this.repository = repository;
  }

  /** Compiles the pages of a query that is right but for them. */
  Checked<QueryModel> compile(QueryModel model, ParsedQuery parsed, Rewriter rewriter)
      throws SQLException {
    Optional<Pages> pages = Pages.of(parsed, rewriter);
    if (pages.isEmpty()) {
      return Checked.failed(PageRule.unknownStructure(model.method()));
    }
    return PageType.of(model.method().returnType()).equals(Optional.of(PageType.BY_KEY))
        ? byKey(model, parsed, pages.get())
        : counted(model, pages.get());
  }

  private static Row row(QueryModel model) {
    return ((Result.Rows) model.result()).row();
  }

  private static String request(QueryModel model, PageType page) {
    return PageRule.request(model.method(), page).name();
  }

  private Checked<QueryModel> byKey(QueryModel model, ParsedQuery parsed, Pages pages)
      throws SQLException {
    KeysetOrder order = KeysetOrder.of(schema, parsed, pages);
    Optional<Problem> problem = PageRule.order(model.method(), parsed, order);
    if (problem.isPresent()) {
      return Checked.failed(problem.get());
    }
    Keyset keyset = order.keyset().orElseThrow();
    List<String> statements = Stream.of(
            keyset.first(false), keyset.first(true), keyset.next(false), keyset.next(true))
        .map(RewrittenSql::text)
        .toList();
    return Checked.of(model.with(
        statements.get(0),
        new Result.ByKey(
            request(model, PageType.BY_KEY),
            row(model),
            model.facts().columns().size(),
            keyset.keys(),
            statements)));
  }

  private Checked<QueryModel> counted(QueryModel model, Pages pages) throws SQLException {
    Optional<MethodDeclaration> counting = model.method().counting();
    if (counting.isEmpty()) {
      return Checked.of(counted(model, pages, pages.count().text(), model.bindings()));
    }
    MethodDeclaration method = counting.get();
    ParsedQuery parsed = QueryParser.parse(method.query().sql(), method.query().place());
    List<Problem> problems = new ArrayList<>(StatementRule.check(parsed, method.origin()));
    if (!problems.isEmpty()) {
      return Checked.failed(problems);
    }
    Checked<Map<List<String>, Binding>> bindings =
        ParameterRule.check(repository.types(), method, parsed);
    Map<List<String>, Binding> byPath = bindings.value().orElseThrow();
    Rewriter rewriter = Rewriter.of(RepositoryCompiler.collections(byPath));
    Checked<QueryFacts> facts = Analyzer.analyze(
        schema,
        neighbours,
        parsed,
        rewriter,
        RepositoryCompiler.assumptions(byPath),
        method.origin());
    // A count may do without what only orders or shows the rows.
    bindings.problems().stream()
        .filter(problem -> problem.code() != ProblemCode.UNUSED_PARAMETER)
        .forEach(problems::add);
    problems.addAll(CollectionRule.check(schema, method, parsed, byPath));
    problems.addAll(facts.problems());
    facts
        .value()
        .flatMap(known -> PageRule.count(
            model.method().result().count().orElseThrow(), known.columns().size(), known.writes()))
        .ifPresent(problems::add);
    if (Problem.anyError(problems)) {
      return Checked.failed(problems);
    }
    RewrittenSql rewritten = rewriter.rewrite(parsed);
    return Checked.of(
        counted(model, pages, rewritten.text(), RepositoryCompiler.bindings(rewritten, byPath)),
        problems);
  }

  private static QueryModel counted(
      QueryModel model, Pages pages, String countSql, List<Binding> countBindings) {
    return model.with(
        pages.page().text(),
        new Result.Counted(request(model, PageType.COUNTED), row(model), countSql, countBindings));
  }
}
