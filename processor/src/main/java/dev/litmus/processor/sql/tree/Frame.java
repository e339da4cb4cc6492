package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/**
 * {@code ROWS BETWEEN 1 PRECEDING AND CURRENT ROW EXCLUDE TIES}.
 *
 * @param end empty for the short form, which ends at the current row
 */
public record Frame(
    Span span, Unit unit, Bound start, Optional<Bound> end, Optional<Exclusion> exclusion)
    implements Node {

  /** What is counted. */
  public enum Unit {
    ROWS,
    RANGE,
    GROUPS
  }

  /** Which rows of the frame are left out. */
  public enum Exclusion {
    NO_OTHERS,
    CURRENT_ROW,
    GROUP,
    TIES
  }

  /**
   * One end of a frame.
   *
   * @param distance of {@code expr PRECEDING} and {@code expr FOLLOWING}
   */
  public record Bound(Span span, Kind kind, Optional<Expression> distance) implements Node {

    /** Where the end lies. */
    public enum Kind {
      UNBOUNDED_PRECEDING,
      PRECEDING,
      CURRENT_ROW,
      FOLLOWING,
      UNBOUNDED_FOLLOWING
    }

    @Override
    public List<Node> children() {
      return Node.list(distance);
    }
  }

  @Override
  public List<Node> children() {
    return Node.list(start, end);
  }
}
