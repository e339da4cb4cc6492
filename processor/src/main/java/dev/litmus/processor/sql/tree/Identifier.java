package dev.litmus.processor.sql.tree;

import java.util.List;

/**
 * A name.
 *
 * @param span where it stands, quotes included
 * @param name the name it means: without quotes, doubled quotes made single
 * @param quote how it is quoted
 */
public record Identifier(Span span, String name, Quote quote) implements Node {

  /** How a name is quoted. Only one of the forms may turn out to be a string. */
  public enum Quote {
    /** {@code id}. */
    NONE,
    /** {@code "id"}, which SQLite takes for a string where an expression stands and no such column exists. */
    DOUBLE,
    /** {@code `id`}. */
    BACKTICK,
    /** {@code [id]}. */
    BRACKET,
    /** {@code 'id'}, a string where only a name can stand. */
    SINGLE
  }

  /** Tells whether it names the same thing: SQLite folds the case of names, quoted or not. */
  public boolean is(String other) {
    return name.equalsIgnoreCase(other);
  }

  @Override
  public List<Node> children() {
    return List.of();
  }
}
