package dev.litmus.processor.rewrite;

import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Pages by the seek method: the rows behind a row, found by its place in the order instead of by counting. Each statement
 * yields the values of the ORDER BY terms as further columns behind the query's own, which is what the next page needs;
 * they are bound as they were read.
 *
 * <p>The terms together have to tell every two rows apart. That the last one does is for others to prove: rows that are
 * equal by all of them would be lost between two pages.
 *
 * @see <a href="https://sqlite.org/rowvalue.html#scrolling_window_queries">Scrolling window queries</a>
 */
public final class Keyset {

  private final ParsedQuery written;
  private final Query query;
  private final Select select;
  private final List<Edit> edits;
  private final List<KeysetTerm> terms;

  private Keyset(
      ParsedQuery written, Query query, Select select, List<Edit> edits, List<KeysetTerm> terms) {
    this.written = written;
    this.query = query;
    this.select = select;
    this.edits = edits;
    this.terms = terms;
  }

  static Optional<Keyset> of(
      ParsedQuery written,
      Query query,
      Rewriter rewriter,
      Names names,
      Predicate<Expression> neverNull) {
    if (!(query.first() instanceof Select select) || !isFiltered(query, select, names)) {
      return Optional.empty();
    }
    List<Edit> edits = rewriter.edits(written, true);
    return new KeysetTerms(written, select, edits, names, neverNull)
        .of(query.orderBy())
        .map(terms -> new Keyset(written, query, select, edits, terms));
  }

  /** Tells whether a further condition on the rows that are read leaves each row of the result as it was, or out. */
  private static boolean isFiltered(Query query, Select select, Names names) {
    return query.others().isEmpty()
        && !query.orderBy().isEmpty()
        && !select.distinct()
        && select.groupBy().isEmpty()
        && select.having().isEmpty()
        && select.results().stream().noneMatch(term -> OwnCalls.overlookOtherRows(term, names))
        && query.orderBy().stream().noneMatch(term -> OwnCalls.overlookOtherRows(term, names));
  }

  /** Returns how many columns for the next page stand behind the query's own. */
  public int keys() {
    return terms.size();
  }

  /** Returns what is compared, the first term first. */
  public List<Compared> order() {
    return terms.stream().map(KeysetTerm::compared).toList();
  }

  /** Returns the rows from the start of the order, or from its end, backwards; a limit is the last position. */
  public RewrittenSql first(boolean backwards) {
    return page(backwards, Optional.empty());
  }

  /** Returns the rows behind a row, or before it, backwards; the row's keys come first among the further positions. */
  public RewrittenSql next(boolean backwards) {
    int position = Rewriter.bindings(written).size() + 1;
    return page(backwards, Optional.of(KeysetTerm.behind(directed(backwards), position)));
  }

  private List<KeysetTerm> directed(boolean backwards) {
    return backwards ? terms.stream().map(KeysetTerm::reversed).toList() : terms;
  }

  private RewrittenSql page(boolean backwards, Optional<String> condition) {
    List<Slot> slots = new ArrayList<>(Rewriter.bindings(written));
    List<Edit> all = new ArrayList<>(edits);
    all.add(Edit.insert(
        lastResult().end(),
        ", " + String.join(", ", terms.stream().map(KeysetTerm::value).toList())));
    if (condition.isPresent()) {
      IntStream.range(0, terms.size()).forEach(i -> slots.add(new Slot.Key(i)));
      all.addAll(where(condition.get()));
    }
    if (backwards) {
      all.addAll(directions());
    }
    slots.add(new Slot.Limit());
    all.add(Edit.insert(query.span().end(), " LIMIT ?" + slots.size()));
    return Edits.apply(written, all, slots);
  }

  private Span lastResult() {
    return select.results().get(select.results().size() - 1).span();
  }

  private List<Edit> where(String condition) {
    Optional<Expression> where = select.where();
    if (where.isPresent()) {
      return List.of(
          Edit.insert(where.get().span().start(), "("),
          Edit.insert(where.get().span().end(), ") AND (" + condition + ")"));
    }
    int end = select.from().map(Node::span).orElse(lastResult()).end();
    return List.of(Edit.insert(end, " WHERE " + condition));
  }

  /** The expressions stay as they are written: only there does SQLite look for the names of results first. */
  private List<Edit> directions() {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      OrderingTerm term = query.orderBy().get(i);
      Span direction = new Span(term.expression().span().end(), term.span().end());
      edits.add(new Edit(direction, terms.get(i).reversed().direction()));
    }
    return edits;
  }
}
