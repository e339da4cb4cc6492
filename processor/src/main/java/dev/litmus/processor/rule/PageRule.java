package dev.litmus.processor.rule;

import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.declaration.PageType;
import dev.litmus.processor.declaration.ParameterDeclaration;
import dev.litmus.processor.declaration.QueryText;
import dev.litmus.processor.keys.KeysetOrder;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Limit;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page is asked for by one request, and its query has an order and leaves the limit to it. */
public final class PageRule {

  private final MethodDeclaration method;
  private final ParsedQuery query;

  private PageRule(MethodDeclaration method, ParsedQuery query) {
    this.method = method;
    this.query = query;
  }

  public static List<Problem> check(MethodDeclaration method, ParsedQuery query) {
    PageRule rule = new PageRule(method, query);
    Optional<PageType> page = PageType.of(method.returnType());
    List<Problem> problems = new ArrayList<>();
    if (page.isPresent()) {
      problems.addAll(rule.requests(page.get()));
      rule.structure().ifPresent(problems::add);
    } else {
      rule.unreferenced().map(rule::withoutPage).forEach(problems::add);
    }
    method
        .result()
        .count()
        .filter(own -> !page.equals(Optional.of(PageType.COUNTED)))
        .map(rule::countOfNothing)
        .ifPresent(problems::add);
    return problems;
  }

  /** Returns the parameter that says which page; there is one when this rule found no problem. */
  public static ParameterDeclaration request(MethodDeclaration method, PageType page) {
    return method.parameters().stream()
        .filter(parameter -> page.isAskedForBy(parameter.type()))
        .findFirst()
        .orElseThrow();
  }

  /** A query may name the components of a request itself, and is then no query of pages. */
  private Stream<ParameterDeclaration> unreferenced() {
    return method.parameters().stream()
        .filter(parameter -> PageType.isRequest(parameter.type()))
        .filter(parameter ->
            query.parameters().stream().noneMatch(r -> r.path().get(0).equals(parameter.name())));
  }

  private List<Problem> requests(PageType page) {
    List<ParameterDeclaration> all = method.parameters().stream()
        .filter(parameter -> PageType.isRequest(parameter.type()))
        .toList();
    List<ParameterDeclaration> right =
        all.stream().filter(parameter -> page.isAskedForBy(parameter.type())).toList();
    if (all.isEmpty()) {
      return List.of(problem(
              ProblemCode.MISSING_REQUEST,
              "`" + method.name() + "` returns `" + method.returnType().text()
                  + "`, but nothing says which page")
          .help("add a parameter `" + page.request() + " page`"));
    }
    String help = right.isEmpty() ? "declare a `" + page.request() + "`" : "remove the parameter";
    return all.stream()
        .filter(parameter -> right.isEmpty() || !parameter.equals(right.get(0)))
        .map(parameter -> Problem.of(
                ProblemCode.MISPLACED_REQUEST,
                parameter.origin(),
                "`" + method.name() + "` cannot take `" + parameter.name() + "`: a `"
                    + method.returnType().text() + "` is asked for by one `" + page.request() + "`")
            .help(help))
        .toList();
  }

  private Problem withoutPage(ParameterDeclaration parameter) {
    return Problem.of(
            ProblemCode.MISPLACED_REQUEST,
            parameter.origin(),
            "`" + parameter.name() + "` asks for a page, but `" + method.name() + "` returns `"
                + method.returnType().text() + "`")
        .help("return `"
            + (PageType.COUNTED.isAskedForBy(parameter.type()) ? "Page" : "KeysetPage")
            + "`, or remove the parameter");
  }

  private Optional<Problem> structure() {
    if (query.tree().orElse(null) instanceof Change) {
      return Optional.of(problem(
              ProblemCode.CHANGING_PAGE,
              "a statement that changes rows has no pages, and `" + method.name() + "` returns `"
                  + method.returnType().text() + "`")
          .help("return a `List` of what RETURNING yields"));
    }
    if (!(query.tree().orElse(null) instanceof Query tree)) {
      return Optional.empty();
    }
    if (tree.limit().isPresent()) {
      return Optional.of(ownLimit(tree.limit().get()));
    }
    return tree.orderBy().isEmpty() ? Optional.of(missingOrder()) : Optional.empty();
  }

  private Problem ownLimit(Limit limit) {
    return problem(
            ProblemCode.OWN_LIMIT, "a page has its limit from the request, not from the query")
        .at(query.excerpt(limit.span()))
        .help("remove the LIMIT, or put what it limits into a subquery in FROM");
  }

  private Problem missingOrder() {
    return problem(
            ProblemCode.MISSING_ORDER,
            "the rows of `" + method.name()
                + "` have no order, so no page of them is a certain one")
        .help("add an ORDER BY that ends with a unique column");
  }

  private Problem countOfNothing(QueryText own) {
    return Problem.of(
            ProblemCode.INVALID_COUNT,
            own.origin(),
            "nothing is counted where `" + method.name() + "` returns `"
                + method.returnType().text() + "`")
        .help("return `Page`, or remove the `countQuery`");
  }

  /** Looks at the order of pages by key. */
  public static Optional<Problem> order(
      MethodDeclaration method, ParsedQuery query, KeysetOrder order) {
    PageRule rule = new PageRule(method, query);
    if (order.keyset().isEmpty()) {
      return Optional.of(noPosition(method));
    }
    return order.total() ? Optional.empty() : Optional.of(rule.ambiguous(order));
  }

  /** SQLite accepts what we cannot parse: such a query runs, but nothing can be added to it. */
  public static Problem unknownStructure(MethodDeclaration method) {
    return Problem.of(
            ProblemCode.NO_POSITION,
            method.origin(),
            "litmus does not know the structure of this query, and cannot make pages of it")
        .help("return a `List`, and write LIMIT and OFFSET into the query");
  }

  /** Says that no pages can be made of a query, and what can be. */
  private static Problem noPosition(MethodDeclaration method) {
    return Problem.of(
            ProblemCode.NO_POSITION,
            method.origin(),
            "the rows of `" + method.name() + "` cannot be sought by their place in the order")
        .note(
            "that needs one SELECT without DISTINCT, GROUP BY, aggregates and window functions, and terms in ORDER BY that are the same each time")
        .help("return `Page` and take a `PageRequest`, which counts rows instead");
  }

  private Problem ambiguous(KeysetOrder order) {
    Query tree = (Query) query.tree().orElseThrow();
    int last = tree.orderBy().size() - 1;
    Span terms =
        Span.covering(tree.orderBy().get(0).span(), tree.orderBy().get(last).span());
    Problem problem = problem(
            ProblemCode.AMBIGUOUS_ORDER,
            "nothing proves that this order tells all rows of `" + method.name() + "` apart")
        .at(query.excerpt(terms))
        .note("of rows that are equal by it, some would be on no page");
    return order.cure().isEmpty()
        ? problem
            .note(
                "only of tables that are joined by their keys is it known which columns are unique")
            .help("return `Page` and take a `PageRequest`, which counts rows instead")
        : problem.help("append `" + String.join(", ", order.cure()) + "` to ORDER BY");
  }

  /** Looks at what a count of one's own yields. */
  public static Optional<Problem> count(QueryText own, int columns, boolean writes) {
    return columns == 1 && !writes
        ? Optional.empty()
        : Optional.of(Problem.of(
                ProblemCode.INVALID_COUNT,
                own.origin(),
                writes
                    ? "a count changes nothing"
                    : "a count is one column, and this yields " + columns)
            .help("select `count(*)`"));
  }

  private Problem problem(ProblemCode code, String fact) {
    return Problem.of(code, method.origin(), fact);
  }
}
