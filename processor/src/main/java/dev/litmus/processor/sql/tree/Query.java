package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What yields rows: one SELECT or VALUES, or several of them joined by UNION and the like.
 *
 * @param first the only arm, or the one that names the columns
 * @param others the further arms in order; each combines with everything before it
 * @see <a href="https://sqlite.org/lang_select.html">SELECT</a>
 */
public record Query(
    Span span,
    Optional<With> with,
    SelectCore first,
    List<Compound> others,
    List<OrderingTerm> orderBy,
    Optional<Limit> limit)
    implements Statement {
  public Query {
    others = List.copyOf(others);
    orderBy = List.copyOf(orderBy);
  }

  /** {@code UNION ALL SELECT …}. */
  public record Compound(Operator operator, SelectCore core) {}

  /** How rows of two arms are combined. */
  public enum Operator {
    UNION,
    UNION_ALL,
    EXCEPT,
    INTERSECT
  }

  /** Returns all arms in order. */
  public List<SelectCore> cores() {
    return Stream.concat(Stream.of(first), others.stream().map(Compound::core)).toList();
  }

  @Override
  public List<Node> children() {
    return Node.list(with, cores(), orderBy, limit);
  }
}
