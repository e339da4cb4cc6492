package dev.litmus.processor.sql.tree;

import java.util.List;
import java.util.Optional;

/**
 * {@code REFERENCES t (a) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED}.
 *
 * @param columns empty for the primary key of the table
 * @param match the name behind {@code MATCH}, which SQLite ignores
 * @see <a href="https://sqlite.org/foreignkeys.html">Foreign key support</a>
 */
public record ForeignKey(
    Span span,
    Identifier table,
    List<Identifier> columns,
    List<Reaction> reactions,
    Optional<Identifier> match,
    Optional<Deferral> deferral)
    implements Node {
  public ForeignKey {
    columns = List.copyOf(columns);
    reactions = List.copyOf(reactions);
  }

  /** {@code ON DELETE CASCADE}. */
  public record Reaction(Event event, Action action) {}

  /** What happens to the parent row; {@code INSERT} may be written and means nothing. */
  public enum Event {
    DELETE,
    UPDATE,
    INSERT
  }

  /** What happens to the child row. */
  public enum Action {
    SET_NULL,
    SET_DEFAULT,
    CASCADE,
    RESTRICT,
    NO_ACTION
  }

  /** {@code NOT DEFERRABLE INITIALLY IMMEDIATE}; {@code initiallyDeferred} is empty when it is not said. */
  public record Deferral(boolean deferrable, Optional<Boolean> initiallyDeferred) {}

  @Override
  public List<Node> children() {
    return Node.list(table, columns, match);
  }
}
