package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Source;

/** The pieces of a FROM clause. */
final class SourcePieces {

  private SourcePieces() {}

  static Pieces of(Source source) {
    Pieces pieces = new Pieces();
    if (source instanceof Source.Table table) {
      pieces.node(table.name()).node(table.alias());
      table
          .hint()
          .ifPresent(hint -> hint.index()
              .ifPresentOrElse(
                  index -> pieces.text("INDEXED BY").node(index),
                  () -> pieces.text("NOT INDEXED")));
      return pieces;
    }
    if (source instanceof Source.Function function) {
      pieces.node(function.name()).glue().text("(").commas(function.arguments()).text(")");
    } else if (source instanceof Source.Derived derived) {
      pieces.text("(").node(derived.query()).text(")");
    } else if (source instanceof Source.Group group) {
      pieces.text("(").node(group.from()).text(")");
    }
    return pieces.node(source.alias());
  }

  static Pieces join(Join join) {
    String operator = switch (join.kind()) {
      case COMMA -> ",";
      case INNER -> "JOIN";
      case CROSS, LEFT, RIGHT, FULL -> join.kind().name() + " JOIN";
    };
    Pieces pieces = new Pieces()
        .textIf(join.natural(), "NATURAL")
        .text(operator)
        .node(join.source())
        .node("ON", join.on());
    return join.using().isEmpty() ? pieces : pieces.text("USING").group(join.using());
  }
}
