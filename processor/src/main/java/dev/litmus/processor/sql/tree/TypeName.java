package dev.litmus.processor.sql.tree;

import java.util.List;

/**
 * A type as declared: any words, which SQLite searches for the affinity.
 *
 * @param text the words with one space between them and their numbers, as in {@code VARCHAR(10)}
 * @see <a href="https://sqlite.org/datatype3.html#determination_of_column_affinity">Determination of affinity</a>
 */
public record TypeName(Span span, String text) implements Node {

  @Override
  public List<Node> children() {
    return List.of();
  }
}
