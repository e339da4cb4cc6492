package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
   * Returns the pages of a query; empty for a statement that is none, that has a LIMIT of its own, or whose structure is
   * not known.
   */
  public static Optional<Pages> of(ParsedQuery written, Rewriter rewriter) {
    return written
        .tree()
        .filter(Query.class::isInstance)
        .map(Query.class::cast)
        .filter(query -> query.limit().isEmpty())
        .map(query -> new Pages(written, query, rewriter));
  }

  /** Returns the query with a limit and an offset as its last two positions. */
  public RewrittenSql page() {
    List<Slot> slots = new ArrayList<>(Rewriter.bindings(written));
    slots.add(new Slot.Limit());
    slots.add(new Slot.Offset());
    return apply(slots, List.of(behind(" LIMIT ? OFFSET ?")));
  }

  /** Returns the number of the query's rows. The query is wrapped whole, so that it counts what it yields. */
  public RewrittenSql count() {
    Edit before = Edit.insert(query.span().start(), "SELECT count(*) FROM (");
    return apply(Rewriter.bindings(written), List.of(before, behind(")")));
  }

  /** Returns what walks over the rows by key; empty for a query that has no order, or none that a row can be sought in. */
  public Optional<Keyset> keyset() {
    return Keyset.of(written, query, rewriter);
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
