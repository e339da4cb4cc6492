package dev.litmus.processor.inference;

import dev.litmus.processor.inference.ParameterUse.Kind;
import dev.litmus.processor.scope.OutputColumn;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import dev.litmus.processor.sql.tree.SelectCore.Values;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.value.Classes;
import dev.litmus.processor.value.NullReason;
import dev.litmus.processor.value.Rows;
import dev.litmus.processor.value.SqlType;
import dev.litmus.processor.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a query can hold. The clauses are gone through in the order in which SQL applies them, since each sees
 * what those before it have left: FROM, WHERE, GROUP BY, HAVING, the results, the other arms, ORDER BY, LIMIT.
 *
 * @see <a href="https://sqlite.org/lang_select.html">SELECT</a>
 */
final class QueryInference {

  private final Inferring inferring;

  QueryInference(Inferring inferring) {
    this.inferring = inferring;
  }

  /** Returns what the columns can hold; empty when not even their number is known. */
  Optional<List<Value>> columns(Query query, Context around) {
    CommonTables common = new CommonTables(inferring);
    Context context = common.with(query.with(), around);
    Optional<List<Value>> columns = arms(query, context);
    query.limit().ifPresent(limit -> {
      limit(limit.count(), context);
      limit.offset().ifPresent(offset -> limit(offset, context));
    });
    common.visitAll();
    return columns;
  }

  private void limit(Expression expression, Context context) {
    inferring.uses().expect(expression, Kind.LIMIT, SqlType.INTEGER, Optional.empty());
    inferring.in(context).of(expression);
  }

  private Optional<List<Value>> arms(Query query, Context context) {
    if (query.others().isEmpty()) {
      return core(query.first(), query.orderBy(), context);
    }
    List<SelectCore> cores = query.cores();
    List<List<Value>> arms = new ArrayList<>();
    for (SelectCore core : cores) {
      core(core, List.of(), context).ifPresent(arms::add);
    }
    if (arms.size() < cores.size()) {
      return Optional.empty();
    }
    shareTypes(cores, arms);
    Optional<List<Value>> columns = Optional.of(arms.get(0));
    for (int i = 0; i < query.others().size(); i++) {
      Query.Operator operator = query.others().get(i).operator();
      List<Value> more = arms.get(i + 1);
      columns = columns.flatMap(known -> combined(operator, known, more));
    }
    return columns;
  }

  /** Of EXCEPT, the rows are those of the left; of INTERSECT as well, and each is equal to one of the right. */
  static Optional<List<Value>> combined(
      Query.Operator operator, List<Value> left, List<Value> right) {
    if (left.size() != right.size()) {
      return Optional.empty();
    }
    List<Value> both = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      both.add(
          switch (operator) {
            case UNION, UNION_ALL -> left.get(i).or(right.get(i));
            case EXCEPT -> left.get(i);
            case INTERSECT ->
              right.get(i).isNullable() ? left.get(i) : left.get(i).notNull();
          });
    }
    return Optional.of(both);
  }

  /** A parameter that is a column of one arm is of the type of the others. */
  private void shareTypes(List<SelectCore> cores, List<List<Value>> arms) {
    for (int arm = 0; arm < cores.size(); arm++) {
      List<Expression> terms = terms(cores.get(arm));
      for (int column = 0; column < terms.size(); column++) {
        inferring
            .uses()
            .expect(
                terms.get(column),
                Kind.OTHER,
                others(cores, arms, arm, column).type(),
                Optional.empty());
      }
    }
  }

  private static Classes others(
      List<SelectCore> cores, List<List<Value>> arms, int except, int column) {
    Classes all = Classes.NONE;
    for (int arm = 0; arm < arms.size(); arm++) {
      List<Expression> terms = terms(cores.get(arm));
      boolean parameter = column < terms.size() && Comparison.isParameter(terms.get(column));
      if (arm != except && !parameter && column < arms.get(arm).size()) {
        all = all.or(arms.get(arm).get(column).expected());
      }
    }
    return all;
  }

  private static List<Expression> terms(SelectCore core) {
    if (core instanceof Values values) {
      return values.rows().get(0).items();
    }
    List<Expression> terms = new ArrayList<>();
    for (ResultTerm result : ((Select) core).results()) {
      if (!(result instanceof ResultTerm.Value value)) {
        return List.of();
      }
      terms.add(value.expression());
    }
    return terms;
  }

  /** Returns what the columns of one arm can hold. */
  Optional<List<Value>> core(SelectCore core, List<OrderingTerm> orderBy, Context around) {
    return core instanceof Values values
        ? Optional.of(values(values, around))
        : select((Select) core, orderBy, around);
  }

  private List<Value> values(Values values, Context around) {
    ExpressionInference expressions = inferring.in(around);
    List<Value> columns = new ArrayList<>();
    for (int i = 0; i < values.rows().get(0).items().size(); i++) {
      int column = i;
      columns.add(expressions.alternatives(
          values.rows().stream().map(row -> row.items().get(column)).toList()));
    }
    return columns;
  }

  private Optional<List<Value>> select(Select select, List<OrderingTerm> orderBy, Context around) {
    Context sources = select
        .from()
        .map(from -> new FromInference(inferring).rows(from, around))
        .orElse(around)
        .withAliases(Aliases.of(select.results()))
        .withWindows(select.windows());
    Context rows = narrowed(sources, select.where());
    select.groupBy().forEach(term -> inferring.in(rows).of(term));
    Context results = narrowed(grouped(select, rows), select.having());
    select
        .windows()
        .forEach(window ->
            window.all(Expression.class).forEach(inside -> inferring.in(results).of(inside)));
    Optional<List<Value>> columns = results(select.results(), results);
    orderBy.forEach(term -> inferring.in(results).of(term.expression()));
    return columns;
  }

  /** Returns what is known of rows of which a condition is true. */
  Context narrowed(Context context, Optional<Expression> condition) {
    if (condition.isEmpty()) {
      return context;
    }
    inferring.uses().expect(condition.get(), Kind.OTHER, SqlType.INTEGER, Optional.empty());
    inferring.in(context).of(condition.get());
    return context.knowing(new Narrowing(inferring.subject(), context).whenTrue(condition.get()));
  }

  private Context grouped(Select select, Context rows) {
    if (!new Aggregates(inferring.subject()).isAggregate(select)) {
      return rows;
    }
    if (!select.groupBy().isEmpty()) {
      return rows.aggregated(false, rows);
    }
    NullReason reason =
        NullReason.of("without GROUP BY there is one row even when there are none to aggregate");
    Absence noRow = new Absence(inferring.counter().next(), reason, Set.of());
    return rows.aggregated(true, rows.absent(Aggregates.relations(select.from()), noRow));
  }

  /** Returns what the results of a SELECT or of RETURNING can hold; empty when it is not known what a star stands for. */
  Optional<List<Value>> results(List<ResultTerm> terms, Context context) {
    List<Value> columns = new ArrayList<>();
    boolean known = true;
    for (ResultTerm term : terms) {
      if (term instanceof ResultTerm.Value value) {
        columns.add(result(value.expression(), context));
      } else {
        List<OutputColumn> star = inferring.subject().names().expanded().get(term.span());
        known &= star != null;
        if (star != null) {
          star.forEach(column -> columns.add(passedOn(column, context)));
        }
      }
    }
    return known ? Optional.of(columns) : Optional.empty();
  }

  /** A parameter alone is handed back as it is, whatever it should have been. */
  private Value result(Expression expression, Context context) {
    Value value = inferring.in(context).of(expression);
    if (!Comparison.isParameter(expression)) {
      return value;
    }
    Value anything = value.with(Classes.ANY, Classes.ANY);
    return inferring.assumptions().complete()
        ? anything
        : anything.orNull(NullReason.of("the parameter may be null", expression.span()));
  }

  private static Value passedOn(OutputColumn column, Context context) {
    return column
        .origin()
        .flatMap(origin -> context.value(origin.relation(), origin.column()))
        .orElseGet(() -> Value.unknown("litmus does not know where this column comes from"));
  }

  /** Returns what a source that is no join brings; empty when that is not known. */
  Optional<Fields> fields(Source source, Context context) {
    return new SourceInference(inferring).fields(source, context);
  }

  boolean alwaysHasRow(Query query) {
    return new RowCounts(inferring.subject()).of(query).rows() == Rows.ONE;
  }
}
