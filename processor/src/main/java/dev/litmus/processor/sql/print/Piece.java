package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.Node;

/** What printed SQL is put together from. */
sealed interface Piece {

  /** A token, or several that are spelt the same wherever they stand. */
  record Text(String text) implements Piece {}

  /** A piece of the tree, to be replaced by its own pieces. */
  record Part(Node node) implements Piece {}

  /** Between two pieces that no space separates, where the tokens alone do not say so. */
  record Glue() implements Piece {}
}
