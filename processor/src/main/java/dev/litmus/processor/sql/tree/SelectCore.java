package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/** One arm of a {@link Query}. */
public sealed interface SelectCore extends Node {

  /** {@code SELECT … FROM … WHERE … GROUP BY … HAVING … WINDOW …}. */
  record Select(
      Span span,
      boolean distinct,
      List<ResultTerm> results,
      Optional<From> from,
      Optional<Expression> where,
      List<Expression> groupBy,
      Optional<Expression> having,
      List<Window.Declaration> windows)
      implements SelectCore {
    public Select {
      results = List.copyOf(results);
      groupBy = List.copyOf(groupBy);
      windows = List.copyOf(windows);
    }

    @Override
    public List<Node> children() {
      return Node.list(results, from, where, groupBy, having, windows);
    }
  }

  /** {@code VALUES (1, 2), (3, 4)}. */
  record Values(Span span, List<Row> rows) implements SelectCore {
    public Values {
      rows = List.copyOf(rows);
    }

    /** {@code (1, 2)}, with its parentheses. */
    public record Row(Span span, List<Expression> items) {
      public Row {
        items = List.copyOf(items);
      }
    }

    @Override
    public List<Node> children() {
      return Node.list(rows.stream().map(Row::items).toList());
    }
  }
}
