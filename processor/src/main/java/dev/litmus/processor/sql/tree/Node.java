package dev.litmus.processor.sql.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A piece of SQL. Immutable, and complete: what the text says can be told from the tree alone. */
public sealed interface Node
    permits Alias,
        Assignment,
        ColumnConstraint,
        ColumnDefinition,
        CommonTable,
        Expression,
        ForeignKey,
        Frame,
        Frame.Bound,
        From,
        Identifier,
        InSet,
        Join,
        Limit,
        OrderingTerm,
        QualifiedName,
        ResultTerm,
        SelectCore,
        Source,
        Statement,
        TableConstraint,
        TypeName,
        Upsert,
        Window,
        Window.Declaration,
        With {

  /** Returns where it stands in the text: from the first character of its first token to the last of its last. */
  Span span();

  /** Returns the pieces it is made of, in the order of the text. */
  List<Node> children();

  /**
   * Returns this piece and all pieces inside it, outer before inner, otherwise in the order of the text. Does not call
   * itself, so no tree is too deep.
   */
  default Stream<Node> all() {
    List<Node> found = new ArrayList<>();
    Deque<Node> todo = new ArrayDeque<>(List.of(this));
    while (!todo.isEmpty()) {
      Node node = todo.pop();
      found.add(node);
      List<Node> children = node.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        todo.push(children.get(i));
      }
    }
    return found.stream();
  }

  /** Returns the pieces inside this one, and itself, that are of one kind. */
  default <T extends Node> Stream<T> all(Class<T> kind) {
    return all().filter(kind::isInstance).map(kind::cast);
  }

  /** Collects children: nodes, optional nodes and lists of nodes, in order. */
  static List<Node> list(Object... parts) {
    List<Node> nodes = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Node node) {
        nodes.add(node);
      } else if (part instanceof Optional<?> optional) {
        optional.ifPresent(present -> nodes.addAll(list(present)));
      } else if (part instanceof List<?> list) {
        list.forEach(element -> nodes.addAll(list(element)));
      } else {
        throw new IllegalArgumentException("no part of a tree: " + part);
      }
    }
    return List.copyOf(nodes);
  }
}
