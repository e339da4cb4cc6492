package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.ColumnConstraint;
import dev.litmus.processor.sql.tree.ColumnDefinition;
import dev.litmus.processor.sql.tree.ForeignKey;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.TableConstraint;

/** The pieces of columns and constraints. */
final class ConstraintPieces {

  private ConstraintPieces() {}

  static Pieces of(Node node) {
    if (node instanceof ColumnDefinition column) {
      return new Pieces().node(column.name()).node(column.type()).nodes(column.constraints());
    }
    if (node instanceof ColumnConstraint constraint) {
      Pieces pieces = new Pieces().node("CONSTRAINT", constraint.name());
      ofColumn(constraint, pieces);
      return pieces;
    }
    if (node instanceof TableConstraint constraint) {
      Pieces pieces = new Pieces().node("CONSTRAINT", constraint.name());
      ofTable(constraint, pieces);
      return pieces;
    }
    return node instanceof ForeignKey key ? foreignKey(key) : new Pieces();
  }

  private static void ofColumn(ColumnConstraint constraint, Pieces pieces) {
    if (constraint instanceof ColumnConstraint.PrimaryKey key) {
      pieces.text("PRIMARY KEY");
      key.direction().ifPresent(pieces::words);
      pieces.onConflict(key.onConflict()).textIf(key.autoincrement(), "AUTOINCREMENT");
    } else if (constraint instanceof ColumnConstraint.Nullness nullness) {
      pieces.text(nullness.notNull() ? "NOT NULL" : "NULL").onConflict(nullness.onConflict());
    } else if (constraint instanceof ColumnConstraint.Unique unique) {
      pieces.text("UNIQUE").onConflict(unique.onConflict());
    } else if (constraint instanceof ColumnConstraint.Check check) {
      pieces.text("CHECK (").glue().node(check.condition()).text(")");
    } else if (constraint instanceof ColumnConstraint.Default value) {
      pieces.text("DEFAULT").node(value.value());
    } else if (constraint instanceof ColumnConstraint.Collation collation) {
      pieces.text("COLLATE").node(collation.collation());
    } else if (constraint instanceof ColumnConstraint.References references) {
      pieces.node(references.key());
    } else if (constraint instanceof ColumnConstraint.Deferrable deferrable) {
      deferral(deferrable.deferral(), pieces);
    } else if (constraint instanceof ColumnConstraint.Generated generated) {
      pieces
          .text("GENERATED ALWAYS AS (")
          .glue()
          .node(generated.expression())
          .text(")")
          .node(generated.storage());
    }
  }

  private static void ofTable(TableConstraint constraint, Pieces pieces) {
    if (constraint instanceof TableConstraint.Key key) {
      pieces
          .text(key.primary() ? "PRIMARY KEY (" : "UNIQUE (")
          .glue()
          .commas(key.columns())
          .textIf(key.autoincrement(), "AUTOINCREMENT")
          .text(")")
          .onConflict(key.onConflict());
    } else if (constraint instanceof TableConstraint.Check check) {
      pieces
          .text("CHECK (")
          .glue()
          .node(check.condition())
          .text(")")
          .onConflict(check.onConflict());
    } else if (constraint instanceof TableConstraint.Foreign foreign) {
      pieces.text("FOREIGN KEY").group(foreign.columns()).node(foreign.key());
    }
  }

  private static Pieces foreignKey(ForeignKey key) {
    Pieces pieces = new Pieces().text("REFERENCES").node(key.table()).group(key.columns());
    for (ForeignKey.Reaction reaction : key.reactions()) {
      pieces.text("ON").words(reaction.event()).words(reaction.action());
    }
    pieces.node("MATCH", key.match());
    key.deferral().ifPresent(deferral -> deferral(deferral, pieces));
    return pieces;
  }

  private static void deferral(ForeignKey.Deferral deferral, Pieces pieces) {
    pieces.text(deferral.deferrable() ? "DEFERRABLE" : "NOT DEFERRABLE");
    deferral
        .initiallyDeferred()
        .ifPresent(yes -> pieces.text(yes ? "INITIALLY DEFERRED" : "INITIALLY IMMEDIATE"));
  }
}
