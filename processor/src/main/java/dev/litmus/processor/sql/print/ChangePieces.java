package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.Assignment;
import dev.litmus.processor.sql.tree.Change;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Upsert;

/** The pieces of INSERT, UPDATE and DELETE. */
final class ChangePieces {

  private ChangePieces() {}

  static Pieces of(Change change) {
    Pieces pieces = new Pieces().node(change.with());
    if (change instanceof Change.Insert insert) {
      insert(insert, pieces);
    } else if (change instanceof Change.Update update) {
      update(update, pieces);
    } else if (change instanceof Change.Delete delete) {
      pieces
          .text("DELETE FROM")
          .node(delete.target())
          .node("WHERE", delete.where())
          .commas("RETURNING", delete.returning())
          .commas("ORDER BY", delete.orderBy())
          .node(delete.limit());
    }
    return pieces;
  }

  private static void insert(Change.Insert insert, Pieces pieces) {
    pieces.text("INSERT");
    insert.onConflict().ifPresent(action -> pieces.text("OR").words(action));
    pieces
        .text("INTO")
        .node(insert.target())
        .group(insert.columns())
        .node(insert.rows())
        .textIf(insert.rows().isEmpty(), "DEFAULT VALUES")
        .nodes(insert.upserts())
        .commas("RETURNING", insert.returning());
  }

  private static void update(Change.Update update, Pieces pieces) {
    pieces.text("UPDATE");
    update.onConflict().ifPresent(action -> pieces.text("OR").words(action));
    pieces
        .node(update.target())
        .commas("SET", update.assignments())
        .node("FROM", update.from())
        .node("WHERE", update.where())
        .commas("RETURNING", update.returning())
        .commas("ORDER BY", update.orderBy())
        .node(update.limit());
  }

  static Pieces clause(Node node) {
    if (node instanceof Assignment assignment) {
      Pieces pieces = new Pieces();
      (assignment.row() ? pieces.group(assignment.columns()) : pieces.nodes(assignment.columns()))
          .text("=")
          .node(assignment.value());
      return pieces;
    }
    Pieces pieces = new Pieces().text("ON CONFLICT");
    if (node instanceof Upsert upsert) {
      pieces
          .group(upsert.target())
          .node("WHERE", upsert.targetWhere())
          .text("DO")
          .textIf(upsert.assignments().isEmpty(), "NOTHING")
          .commas("UPDATE SET", upsert.assignments())
          .node("WHERE", upsert.where());
    }
    return pieces;
  }
}
