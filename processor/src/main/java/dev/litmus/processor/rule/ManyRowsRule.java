package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.declaration.AtMostOneDeclaration;
import dev.litmus.processor.declaration.MethodDeclaration;
import dev.litmus.processor.model.Result;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method that returns one row asks for one: the query is proven to yield no second one, or its developer says how that is
 * known. Nothing is said of a query whose structure is not known.
 */
public final class ManyRowsRule {

  private final MethodDeclaration method;
  private final ParsedQuery query;
  private final QueryFacts facts;
  private final Result result;
  private final Counterexamples examples;

  private ManyRowsRule(
      MethodDeclaration method,
      ParsedQuery query,
      QueryFacts facts,
      Result result,
      Counterexamples examples) {
    this.method = method;
    this.query = query;
    this.facts = facts;
    this.result = result;
    this.examples = examples;
  }

  /** Returns what is wrong with the number of rows, or with what is declared of it. */
  public static List<Problem> check(
      MethodDeclaration method,
      ParsedQuery query,
      QueryFacts facts,
      Result result,
      Counterexamples examples) {
    return new ManyRowsRule(method, query, facts, result, examples).check();
  }

  private List<Problem> check() {
    List<Problem> problems = new ArrayList<>();
    Optional<AtMostOneDeclaration> declared = method.result().atMostOne();
    declared
        .filter(said -> said.reason().isBlank())
        .map(this::missingReason)
        .ifPresent(problems::add);
    declared.flatMap(this::unused).ifPresent(problems::add);
    if (declared.isEmpty() && isOne() && mayBeMany()) {
      problems.add(manyRows());
    }
    return problems;
  }

  private boolean isOne() {
    return result instanceof Result.Rows && !result.isMany();
  }

  private boolean mayBeMany() {
    return !facts.cardinality().rows().atMostOne()
        && !facts.cardinality().reasons().isEmpty();
  }

  private Problem manyRows() {
    Problem problem = Problem.of(
        ProblemCode.MAY_BE_MANY,
        method.origin(),
        "this query may yield many rows, and `" + method.name() + "` returns one");
    Problem shown = place().map(node -> problem.at(query.excerpt(node.span()))).orElse(problem);
    for (String line : examples.ofSecondRow()) {
      shown = shown.evidence(line);
    }
    for (String reason : facts.cardinality().reasons()) {
      shown = shown.note(reason);
    }
    return shown.help("return a `List`, " + (takesLimit() ? "add LIMIT 1, " : "")
        + "or say in `@AtMostOne(\"…\")` how it is known that there is never a second row");
  }

  /** Behind VALUES, LIMIT is a syntax error. */
  private boolean takesLimit() {
    return query.tree().orElse(null) instanceof Query all
        && all.others().stream()
                .map(Query.Compound::core)
                .reduce(all.first(), (before, last) -> last)
            instanceof SelectCore.Select;
  }

  /** The condition that lets too many rows through, or else what they come from. */
  private Optional<Node> place() {
    @Nullable Statement tree = query.tree().orElse(null);
    if (tree instanceof Change.Update update) {
      return update.where().map(where -> where);
    }
    if (tree instanceof Change.Delete delete) {
      return delete.where().map(where -> where);
    }
    if (!(tree instanceof Query all)
        || !all.others().isEmpty()
        || !(all.first() instanceof SelectCore.Select select)) {
      return Optional.empty();
    }
    return select.where().<Node>map(where -> where).or(select::from);
  }

  private Problem missingReason(AtMostOneDeclaration said) {
    return Problem.of(
            ProblemCode.MISSING_REASON,
            said.origin(),
            "nothing says why `" + method.name() + "` yields at most one row")
        .help("write in `@AtMostOne` how that is known");
  }

  /** One that came along with an inherited method may be needed by another repository. */
  private Optional<Problem> unused(AtMostOneDeclaration said) {
    if (!said.own() || (isOne() && !facts.cardinality().rows().atMostOne())) {
      return Optional.empty();
    }
    String fact = !isOne()
        ? "`" + method.name() + "` returns `" + method.returnType().text()
            + "`, which is not one row"
        : "it is proven that `" + method.name() + "` yields at most one row";
    return Optional.of(Problem.of(ProblemCode.UNUSED_AT_MOST_ONE, said.origin(), fact)
        .help("remove `@AtMostOne`"));
  }
}
