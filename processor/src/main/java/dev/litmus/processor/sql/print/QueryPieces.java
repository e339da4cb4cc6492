package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.CommonTable;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.InSet;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Limit;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.OrderingTerm;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import dev.litmus.processor.sql.tree.With;

/** The pieces of queries and of the clauses that other statements share with them. */
final class QueryPieces {

  private QueryPieces() {}

  static Pieces of(Node node) {
    if (node instanceof Query query) {
      return query(query);
    }
    if (node instanceof SelectCore core) {
      return core(core);
    }
    if (node instanceof ResultTerm term) {
      return result(term);
    }
    if (node instanceof From from) {
      return new Pieces().node(from.first()).nodes(from.joins());
    }
    if (node instanceof Join join) {
      return SourcePieces.join(join);
    }
    if (node instanceof OrderingTerm term) {
      return ordering(term);
    }
    if (node instanceof Limit limit) {
      return limit(limit);
    }
    if (node instanceof With with) {
      return new Pieces().text("WITH").textIf(with.recursive(), "RECURSIVE").commas(with.tables());
    }
    if (node instanceof CommonTable table) {
      return commonTable(table);
    }
    if (node instanceof InSet set) {
      return set(set);
    }
    throw new IllegalArgumentException("nobody prints " + node.getClass());
  }

  private static Pieces query(Query query) {
    Pieces pieces = new Pieces().node(query.with()).node(query.first());
    for (Query.Compound other : query.others()) {
      pieces.words(other.operator()).node(other.core());
    }
    return pieces.commas("ORDER BY", query.orderBy()).node(query.limit());
  }

  private static Pieces core(SelectCore core) {
    if (core instanceof SelectCore.Select select) {
      return new Pieces()
          .text("SELECT")
          .textIf(select.distinct(), "DISTINCT")
          .commas(select.results())
          .node("FROM", select.from())
          .node("WHERE", select.where())
          .commas("GROUP BY", select.groupBy())
          .node("HAVING", select.having())
          .commas("WINDOW", select.windows());
    }
    Pieces pieces = new Pieces().text("VALUES");
    return core instanceof SelectCore.Values values
        ? pieces.commas(values.rows(), row -> pieces.group(row.items()))
        : pieces;
  }

  private static Pieces result(ResultTerm term) {
    if (term instanceof ResultTerm.Value value) {
      return new Pieces().node(value.expression()).node(value.alias());
    }
    return term instanceof ResultTerm.TableStar star
        ? new Pieces().node(star.table()).text(".").text("*")
        : new Pieces().text("*");
  }

  private static Pieces ordering(OrderingTerm term) {
    Pieces pieces = new Pieces().node(term.expression());
    term.direction().ifPresent(pieces::words);
    term.nulls().ifPresent(nulls -> pieces.text("NULLS").words(nulls));
    return pieces;
  }

  /** The order of count and offset is kept, because positional parameters are numbered by it. */
  private static Pieces limit(Limit limit) {
    Pieces pieces = new Pieces().text("LIMIT");
    return limit.offsetFirst()
        ? pieces.node(limit.offset()).text(",").node(limit.count())
        : pieces.node(limit.count()).node("OFFSET", limit.offset());
  }

  private static Pieces commonTable(CommonTable table) {
    Pieces pieces = new Pieces().node(table.name());
    if (!table.columns().isEmpty()) {
      pieces.glue().group(table.columns());
    }
    pieces.text("AS");
    table.materialized().ifPresent(yes -> pieces.text(yes ? "MATERIALIZED" : "NOT MATERIALIZED"));
    return pieces.text("(").node(table.query()).text(")");
  }

  private static Pieces set(InSet set) {
    if (set instanceof InSet.Values values) {
      return new Pieces().text("(").commas(values.items()).text(")");
    }
    if (set instanceof InSet.Rows rows) {
      return new Pieces().text("(").node(rows.query()).text(")");
    }
    return new Pieces().nodes(set.children());
  }
}
