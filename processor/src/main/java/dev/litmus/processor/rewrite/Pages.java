package dev.litmus.processor.rewrite;

import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The statements that a page of a query's rows needs. What is added stands behind the last token of the query, so a comment
 * or a semicolon behind it is in nobody's way.
 */
public final class Pages {

  private final ParsedQuery written;
  private final Query query;
  private final Rewriter rewriter;

  private Pages(ParsedQuery written, Query query, Rewriter rewriter) {
    this.written = written;
    this.query = query;
    this.rewriter = rewriter;
  }

  /**
   * Returns the pages of a query; empty for a statement that is none, that has a LIMIT or positions of its own, or whose
   * structure is not known.
   */
  public static Optional<Pages> of(ParsedQuery written, Rewriter rewriter) {
    return written
        .tree()
        .filter(Query.class::isInstance)
        .map(Query.class::cast)
        .filter(query -> query.limit().isEmpty())
        .filter(query -> written.parameters().stream().noneMatch(Parameter::isPositional))
        .map(query -> new Pages(written, query, rewriter));
  }

  /** Returns the query with a limit and an offset as its last two positions. */
  public RewrittenSql page() {
    List<Slot> slots = new ArrayList<>(Rewriter.bindings(written));
    slots.add(new Slot.Limit());
    slots.add(new Slot.Offset());
    String limit = " LIMIT ? OFFSET ?";
    // SQLite takes no LIMIT directly behind VALUES.
    return lastArm() instanceof SelectCore.Values
        ? apply(slots, List.of(before("SELECT * FROM ("), behind(")" + limit)))
        : apply(slots, List.of(behind(limit)));
  }

  private SelectCore lastArm() {
    int others = query.others().size();
    return others == 0 ? query.first() : query.others().get(others - 1).core();
  }

  /**
   * Returns the number of the query's rows. The query is wrapped, so that it counts what it yields, but for its order: SQLite
   * would sort all rows first.
   */
  public RewrittenSql count() {
    List<Edit> wrapped = new ArrayList<>(List.of(before("SELECT count(*) FROM ("), behind(")")));
    Span order = new Span(lastArm().span().end(), query.span().end());
    if (!query.orderBy().isEmpty() && isPlain(order)) {
      wrapped.add(1, new Edit(order, ""));
    }
    return apply(Rewriter.bindings(written), wrapped);
  }

  /** Whether nothing in a stretch is bound or rewritten. */
  private boolean isPlain(Span stretch) {
    return Stream.concat(
            written.parameters().stream().map(Parameter::span),
            rewriter.edits(written, false).stream().map(Edit::span))
        .noneMatch(stretch::contains);
  }

  /**
   * Returns what walks over the rows by key; empty for a query that has no order, or none that a row can be sought in.
   *
   * @param names what the names of the query mean
   * @param neverNull tells of which expressions it is proven that they have a value in every row: only by those can SQLite
   *     seek in an index, others are found by reading from the start of the order
   */
  public Optional<Keyset> keyset(Names names, Predicate<Expression> neverNull) {
    return Keyset.of(written, query, rewriter, names, neverNull);
  }

  private Edit before(String text) {
    return Edit.insert(query.span().start(), text);
  }

  private Edit behind(String text) {
    return Edit.insert(query.span().end(), text);
  }

  private RewrittenSql apply(List<Slot> slots, List<Edit> added) {
    List<Edit> edits = new ArrayList<>(rewriter.edits(written, false));
    edits.addAll(added);
    return Edits.apply(written, edits, slots);
  }
}
