package dev.litmus.processor.doubt;

import dev.litmus.processor.function.FunctionFacts;
import dev.litmus.processor.keys.GroupedRows;
import dev.litmus.processor.problem.Problem;
import dev.litmus.processor.problem.ProblemCode;
import dev.litmus.processor.scope.Meaning;
import dev.litmus.processor.scope.OutputColumn;
import dev.litmus.processor.sql.tree.BinaryOperator;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Binary;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns beside an aggregate, or beside GROUP BY, that may differ within a group: SQLite takes the value of any one row.
 * With one min or max it is that row's, which is meant; then nothing is said.
 *
 * @see <a href="https://sqlite.org/lang_select.html#bareagg">Bare columns in an aggregate query</a>
 */
final class BareColumns {

  private final Doubtful doubtful;

  private BareColumns(Doubtful doubtful) {
    this.doubtful = doubtful;
  }

  static List<Problem> problems(Doubtful doubtful) {
    BareColumns bare = new BareColumns(doubtful);
    return doubtful.query().all(Query.class).flatMap(bare::problems).toList();
  }

  private Stream<Problem> problems(Query query) {
    List<OrderingTerm> orderBy = query.others().isEmpty() ? query.orderBy() : List.of();
    return query.cores().stream()
        .filter(Select.class::isInstance)
        .flatMap(core -> problems((Select) core, orderBy).stream());
  }

  private List<Problem> problems(Select select, List<OrderingTerm> orderBy) {
    Outside outside = new Outside();
    Stream.of(select.results().stream(), select.having().stream(), orderBy.stream())
        .flatMap(parts -> parts)
        .forEach(outside::look);
    boolean isGrouped = !select.groupBy().isEmpty() || !outside.aggregates.isEmpty();
    if (!isGrouped || outside.hasOneExtreme() || isOfSingleRows(select)) {
      return List.of();
    }
    return GroupedRows.of(doubtful.schema(), doubtful.names(), select, grouping(select))
        .map(groups -> problems(select, outside, groups))
        .orElse(List.of());
  }

  private List<Problem> problems(Select select, Outside outside, GroupedRows groups) {
    List<Problem> problems = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (ColumnName column : outside.columns) {
      String text = doubtful.textOf(column);
      if (!isAlias(column) && !groups.isOneValue(column) && !told.contains(text)) {
        told.add(text);
        problems.add(problem(select, column.span(), "`" + text + "`")
            .help("write `min(" + text + ")` or `max(" + text + ")`"
                + (select.groupBy().isEmpty() ? "" : ", or add it to GROUP BY")));
      }
    }
    for (ResultTerm term : select.results()) {
      if (!(term instanceof ResultTerm.Value)) {
        groups
            .firstOfMany(relations(term))
            .map(relation ->
                problem(select, term.span(), "a column of `" + relation.description() + "`"))
            .ifPresent(problems::add);
      }
    }
    return problems;
  }

  private Problem problem(Select select, Span at, String what) {
    boolean all = select.groupBy().isEmpty();
    return doubtful
        .problem(
            ProblemCode.BARE_COLUMN,
            at,
            what + " is of any one row of " + (all ? "all" : "its group"))
        .note((all ? "an aggregate makes one row of all rows" : "a group can have several rows")
            + ", and SQLite does not say whose value it takes");
  }

  private Set<Span> relations(ResultTerm star) {
    return doubtful.names().expanded().getOrDefault(star.span(), List.of()).stream()
        .flatMap(column -> column.origin().stream())
        .map(OutputColumn.Origin::relation)
        .collect(Collectors.toSet());
  }

  private boolean isAlias(ColumnName name) {
    return doubtful
        .use(name)
        .filter(use -> use.meaning().kind() == Meaning.Kind.ALIAS)
        .isPresent();
  }

  /** Returns the columns in the expressions that rows are grouped by; those of a result when they name one. */
  private List<Expression> grouping(Select select) {
    return select.groupBy().stream()
        .map(term -> result(select, term).orElse(term))
        .flatMap(term -> term.all(ColumnName.class))
        .map(Expression.class::cast)
        .toList();
  }

  private Optional<Expression> result(Select select, Expression term) {
    if (term instanceof Literal literal && literal.text().matches("[1-9]\\d{0,3}")) {
      return select.results().stream()
          .skip(Integer.parseInt(literal.text()) - 1)
          .findFirst()
          .flatMap(result -> value(result).map(ResultTerm.Value::expression));
    }
    return term instanceof ColumnName name && isAlias(name)
        ? select.results().stream()
            .flatMap(result -> value(result).stream())
            .filter(value -> value
                .alias()
                .filter(alias -> alias.name().is(name.name().name()))
                .isPresent())
            .map(ResultTerm.Value::expression)
            .findFirst()
        : Optional.empty();
  }

  private static Optional<ResultTerm.Value> value(ResultTerm term) {
    return term instanceof ResultTerm.Value value ? Optional.of(value) : Optional.empty();
  }

  /** {@code HAVING count(*) = 1}. */
  private static boolean isOfSingleRows(Select select) {
    return select.having().stream()
        .flatMap(having -> having.all(Binary.class))
        .filter(binary -> binary.operator() == BinaryOperator.EQUAL)
        .anyMatch(binary -> binary.left() instanceof Call call
            && call.star()
            && binary.right() instanceof Literal literal
            && literal.text().equals("1"));
  }

  /** What stands outside of aggregates and subqueries. */
  private final class Outside {

    private final List<ColumnName> columns = new ArrayList<>();
    private final List<Call> aggregates = new ArrayList<>();

    void look(Node part) {
      List<Node> todo = new ArrayList<>(List.of(part));
      while (!todo.isEmpty()) {
        Node node = todo.remove(0);
        if (node instanceof ColumnName name) {
          columns.add(name);
        } else if (node instanceof Call call && isAggregate(call)) {
          aggregates.add(call);
        } else if (!(node instanceof Query)) {
          todo.addAll(0, node.children());
        }
      }
    }

    private boolean isAggregate(Call call) {
      return call.over().isEmpty()
          && doubtful
              .function(call)
              .filter(function -> function.kind() == FunctionFacts.Kind.AGGREGATE)
              .isPresent();
    }

    boolean hasOneExtreme() {
      return aggregates.stream()
              .filter(call -> isOneOf(call, "min", "max"))
              .map(doubtful::textOf)
              .distinct()
              .count()
          == 1;
    }

    private static boolean isOneOf(Call call, String... names) {
      return Stream.of(names).anyMatch(call.function().name().toLowerCase(Locale.ROOT)::equals);
    }
  }
}
