package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.OrderingTerm.Direction;
import dev.litmus.processor.sql.tree.OrderingTerm.Nulls;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pages by the seek method: the rows behind a row, found by its place in the order instead of by counting. Each statement
 * yields the values of the ORDER BY terms as further columns behind the query's own, which is what the next page needs.
 *
 * @see <a href="https://sqlite.org/rowvalue.html#scrolling_window_queries">Scrolling window queries</a>
 */
public final class Keyset {

  /** One term: what is compared, as it stands in rewritten SQL, and how. */
  private record Term(String expression, boolean descending, boolean nullsFirst) {

    Term reversed() {
      return new Term(expression, !descending, !nullsFirst);
    }

    String ordering() {
      return expression
          + (descending ? " DESC" : " ASC")
          + (nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }

    /** Whether a row comes behind the one whose value is bound, by this term alone. */
    String behind(String value) {
      String compared = expression + (descending ? " < " : " > ") + value;
      return nullsFirst
          ? "(" + compared + " OR (" + value + " IS NULL AND " + expression + " IS NOT NULL))"
          : "(" + compared + " OR (" + value + " IS NOT NULL AND " + expression + " IS NULL))";
    }
  }

  private final ParsedQuery written;
  private final Query query;
  private final Select select;
  private final List<Edit> edits;
  private final List<Term> terms;

  private Keyset(
      ParsedQuery written, Query query, Select select, List<Edit> edits, List<Term> terms) {
    this.written = written;
    this.query = query;
    this.select = select;
    this.edits = edits;
    this.terms = terms;
  }

  static Optional<Keyset> of(ParsedQuery written, Query query, Rewriter rewriter) {
    boolean simple = query.others().isEmpty()
        && !query.orderBy().isEmpty()
        && query.first() instanceof Select select
        && !select.distinct()
        && select.groupBy().isEmpty()
        && select.having().isEmpty();
    if (!simple) {
      return Optional.empty();
    }
    Select select = (Select) query.first();
    List<Edit> edits = rewriter.edits(written, true);
    List<Term> terms = new ArrayList<>();
    for (OrderingTerm term : query.orderBy()) {
      Optional<Expression> meant = meant(term.expression(), select);
      if (meant.isEmpty() || hasWindow(meant.get())) {
        return Optional.empty();
      }
      terms.add(term(term, "(" + Edits.text(written, meant.get().span(), edits) + ")"));
    }
    return Optional.of(new Keyset(written, query, select, edits, terms));
  }

  /** SQLite puts NULL before everything else, unless told otherwise. */
  private static Term term(OrderingTerm term, String expression) {
    boolean descending = term.direction().filter(d -> d == Direction.DESC).isPresent();
    boolean nullsFirst = term.nulls().map(n -> n == Nulls.FIRST).orElse(!descending);
    return new Term(expression, descending, nullsFirst);
  }

  /** The expression that a term stands for: {@code ORDER BY 2} and {@code ORDER BY name} mean results. */
  private static Optional<Expression> meant(Expression term, Select select) {
    if (term instanceof Literal literal && literal.kind() == Literal.Kind.INTEGER) {
      int number = literal.text().length() > 4 ? 0 : Integer.decode(literal.text());
      boolean spelt = select.results().stream().allMatch(ResultTerm.Value.class::isInstance);
      return spelt && number >= 1 && number <= select.results().size()
          ? Optional.of(((ResultTerm.Value) select.results().get(number - 1)).expression())
          : Optional.empty();
    }
    if (term instanceof ColumnName name && name.table().isEmpty()) {
      return select.results().stream()
          .filter(ResultTerm.Value.class::isInstance)
          .map(ResultTerm.Value.class::cast)
          .filter(value ->
              value.alias().filter(alias -> alias.name().is(name.name().name())).isPresent())
          .findFirst()
          .map(ResultTerm.Value::expression)
          .or(() -> Optional.of(term));
    }
    return Optional.of(term);
  }

  private static boolean hasWindow(Node expression) {
    return expression.all(Call.class).anyMatch(call -> call.over().isPresent());
  }

  /** Returns how many columns for the next page stand behind the query's own. */
  public int keys() {
    return terms.size();
  }

  /** Returns the rows from the start of the order, or from its end, backwards; a limit is the last position. */
  public RewrittenSql first(boolean backwards) {
    return page(backwards, Optional.empty());
  }

  /** Returns the rows behind a row, or before it, backwards; the row's keys come first among the further positions. */
  public RewrittenSql next(boolean backwards) {
    return page(backwards, Optional.of(behind(directed(backwards))));
  }

  private List<Term> directed(boolean backwards) {
    return backwards ? terms.stream().map(Term::reversed).toList() : terms;
  }

  private RewrittenSql page(boolean backwards, Optional<String> condition) {
    List<Slot> slots = new ArrayList<>(Rewriter.bindings(written));
    List<Edit> all = new ArrayList<>(edits);
    all.add(Edit.insert(
        select.results().get(select.results().size() - 1).span().end(),
        ", " + String.join(", ", terms.stream().map(Term::expression).toList())));
    if (condition.isPresent()) {
      IntStream.range(0, terms.size()).forEach(i -> slots.add(new Slot.Key(i)));
      all.addAll(where(condition.get()));
    }
    List<Term> directed = directed(backwards);
    // The terms are written anew, with their own edits already applied.
    all.removeIf(edit -> query.orderBy().stream().anyMatch(t -> t.span().contains(edit.span())));
    for (int i = 0; i < directed.size(); i++) {
      all.add(new Edit(query.orderBy().get(i).span(), directed.get(i).ordering()));
    }
    slots.add(new Slot.Limit());
    all.add(Edit.insert(query.span().end(), " LIMIT ?" + slots.size()));
    return Edits.apply(written, all, slots);
  }

  private List<Edit> where(String condition) {
    Optional<Expression> where = select.where();
    if (where.isPresent()) {
      return List.of(
          Edit.insert(where.get().span().start(), "("),
          Edit.insert(where.get().span().end(), ") AND (" + condition + ")"));
    }
    int end = select
        .from()
        .<Node>map(from -> from)
        .orElse(select.results().get(select.results().size() - 1))
        .span()
        .end();
    return List.of(Edit.insert(end, " WHERE " + condition));
  }

  /** Behind by the first term, or equal by the first and behind by the second, and so on. */
  private String behind(List<Term> directed) {
    int first = Rewriter.bindings(written).size() + 1;
    List<String> cases = new ArrayList<>();
    StringBuilder equal = new StringBuilder();
    for (int i = 0; i < directed.size(); i++) {
      String value = "?" + (first + i);
      cases.add(equal + directed.get(i).behind(value));
      equal.append(directed.get(i).expression()).append(" IS ").append(value).append(" AND ");
    }
    return String.join(" OR ", cases);
  }
}
