package dev.litmus.processor.rewrite;

import java.util.List;

/** What a position of rewritten SQL holds. */
public sealed interface Slot {

  /** The value of a parameter: the method parameter's name, then names of components. */
  record Value(List<String> path) implements Slot {
    public Value {
      path = List.copyOf(path);
    }
  }

  /** How many rows a page has at most. */
  record Limit() implements Slot {}

  /** How many rows come before a page. */
  record Offset() implements Slot {}

  /** The value of an ORDER BY term in the row that a page begins behind; {@code term} is counted from 0. */
  record Key(int term) implements Slot {}
}
