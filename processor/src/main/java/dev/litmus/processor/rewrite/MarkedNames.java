package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Collate;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Parenthesized;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a query names its own marked results. A name alone in ORDER BY is that of a result, also without its mark.
 * Everywhere else that could be the name of a column, which comes first there: {@code WHERE "total!" > 0} is written with
 * the expression that has the name. Inside a subquery, where the expression could mean something else, the name stays.
 */
final class MarkedNames {

  private final ParsedQuery query;
  private final List<ResultTerm.Value> marked;
  private final List<Identifier> named = new ArrayList<>();
  private final List<ColumnName> meant = new ArrayList<>();

  MarkedNames(ParsedQuery query) {
    this.query = query;
    this.marked = ColumnMarkers.values(query);
    if (!marked.isEmpty() && query.tree().orElseThrow() instanceof Query tree) {
      find(tree);
    }
  }

  /** Tells whether expressions, and the parameters in them, stand twice in rewritten SQL. */
  boolean repeatExpressions() {
    return !meant.isEmpty();
  }

  /**
   * Returns the edits that take off the marks.
   *
   * @param inside the edits inside expressions
   */
  List<Edit> edits(List<Edit> inside) {
    List<Edit> edits = new ArrayList<>();
    ColumnMarkers.of(query).forEach(marker -> edits.add(marker.edit()));
    named.forEach(name -> edits.add(ColumnMarkers.marker(query, name).edit()));
    meant.forEach(name -> edits.add(new Edit(
        name.span(),
        "(" + Edits.text(query, result(name).orElseThrow().expression().span(), inside) + ")")));
    return edits;
  }

  private void find(Query tree) {
    tree.orderBy().forEach(term -> order(term.expression()));
    if (tree.first() instanceof Select select) {
      select.where().ifPresent(where -> find(where, false));
      select.groupBy().forEach(term -> find(term, false));
      select.having().ifPresent(having -> find(having, false));
      select.windows().forEach(window -> find(window, false));
    }
  }

  private void order(Expression term) {
    if (term instanceof Parenthesized parenthesized) {
      order(parenthesized.inner());
    } else if (term instanceof Collate collate) {
      order(collate.operand());
    } else {
      find(term, term instanceof ColumnName);
    }
  }

  /** Looks for names, from which only the mark is taken when they are to stay. */
  private void find(Node node, boolean stay) {
    if (!(node instanceof ColumnName name)) {
      node.children().forEach(child -> find(child, stay || node instanceof Query));
    } else if (result(name).isPresent()) {
      if (stay) {
        named.add(name.name());
      } else {
        meant.add(name);
      }
    }
  }

  private Optional<ResultTerm.Value> result(ColumnName name) {
    return marked.stream()
        .filter(value -> name.table().isEmpty())
        .filter(
            value -> value.alias().filter(a -> a.name().is(name.name().name())).isPresent())
        .findFirst();
  }
}
