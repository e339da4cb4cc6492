package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.ConflictAction;
import dev.litmus.processor.sql.tree.Node;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects the pieces of one node, in the order of the text. Not thread-safe, like every builder. */
final class Pieces {

  private final List<Piece> list = new ArrayList<>();

  List<Piece> list() {
    return list;
  }

  Pieces text(String text) {
    list.add(new Piece.Text(text));
    return this;
  }

  Pieces textIf(boolean condition, String text) {
    return condition ? text(text) : this;
  }

  /** Adds the words of a constant: {@code NO_ACTION} is {@code NO ACTION}. */
  Pieces words(Enum<?> constant) {
    return text(constant.name().replace('_', ' '));
  }

  Pieces node(Node node) {
    list.add(new Piece.Part(node));
    return this;
  }

  Pieces node(Optional<? extends Node> node) {
    node.ifPresent(this::node);
    return this;
  }

  /** Adds a node and the words before it, or neither. */
  Pieces node(String before, Optional<? extends Node> node) {
    node.ifPresent(present -> text(before).node(present));
    return this;
  }

  /** Adds {@code name.}, or nothing. */
  Pieces qualifier(Optional<? extends Node> name) {
    name.ifPresent(present -> node(present).text("."));
    return this;
  }

  Pieces nodes(List<? extends Node> nodes) {
    nodes.forEach(this::node);
    return this;
  }

  Pieces commas(List<? extends Node> nodes) {
    return commas(nodes, this::node);
  }

  /** Adds the nodes with commas between them, and the words before them; nothing when there are none. */
  Pieces commas(String before, List<? extends Node> nodes) {
    return nodes.isEmpty() ? this : text(before).commas(nodes);
  }

  <T> Pieces commas(List<T> items, Consumer<T> add) {
    Iterator<T> remaining = items.iterator();
    while (remaining.hasNext()) {
      add.accept(remaining.next());
      textIf(remaining.hasNext(), ",");
    }
    return this;
  }

  /** Adds {@code (a, b)}; nothing when there are none. */
  Pieces group(List<? extends Node> nodes) {
    return nodes.isEmpty() ? this : text("(").commas(nodes).text(")");
  }

  Pieces onConflict(Optional<ConflictAction> action) {
    action.ifPresent(present -> text("ON CONFLICT").words(present));
    return this;
  }

  /** Adds nothing that is seen: the next token follows without a space. */
  Pieces glue() {
    list.add(new Piece.Glue());
    return this;
  }
}
