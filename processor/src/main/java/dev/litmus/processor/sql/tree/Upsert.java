package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/**
 * {@code ON CONFLICT (a) WHERE b DO UPDATE SET c = d WHERE e}.
 *
 * @param target the columns of a unique key; empty for any
 * @param targetWhere the predicate of a partial index
 * @param assignments empty for {@code DO NOTHING}
 * @see <a href="https://sqlite.org/lang_upsert.html">UPSERT</a>
 */
public record Upsert(
    Span span,
    List<OrderingTerm> target,
    Optional<Expression> targetWhere,
    List<Assignment> assignments,
    Optional<Expression> where)
    implements Node {
  public Upsert {
    target = List.copyOf(target);
    assignments = List.copyOf(assignments);
  }

  @Override
  public List<Node> children() {
    return Node.list(target, targetWhere, assignments, where);
  }
}
