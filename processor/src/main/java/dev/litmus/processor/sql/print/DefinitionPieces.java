package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.Definition;
import dev.litmus.processor.sql.tree.Definition.AlterTable;
import dev.litmus.processor.sql.tree.Statement;

/** The pieces of the statements that change the schema. */
final class DefinitionPieces {

  private DefinitionPieces() {}

  static Pieces of(Definition definition) {
    if (definition instanceof Definition.CreateTable table) {
      return table(table);
    }
    if (definition instanceof Definition.CreateTableAs table) {
      return create(table.temporary(), "TABLE", table.ifNotExists())
          .node(table.name())
          .text("AS")
          .node(table.query());
    }
    if (definition instanceof Definition.CreateIndex index) {
      return create(false, index.unique() ? "UNIQUE INDEX" : "INDEX", index.ifNotExists())
          .node(index.name())
          .text("ON")
          .node(index.table())
          .group(index.columns())
          .node("WHERE", index.where());
    }
    if (definition instanceof Definition.CreateView view) {
      return create(view.temporary(), "VIEW", view.ifNotExists())
          .node(view.name())
          .group(view.columns())
          .text("AS")
          .node(view.query());
    }
    if (definition instanceof Definition.CreateTrigger trigger) {
      return trigger(trigger);
    }
    if (definition instanceof Definition.CreateVirtualTable table) {
      return virtualTable(table);
    }
    if (definition instanceof Definition.Drop drop) {
      return new Pieces()
          .text("DROP")
          .words(drop.kind())
          .textIf(drop.ifExists(), "IF EXISTS")
          .node(drop.name());
    }
    return definition instanceof AlterTable alter ? alter(alter) : new Pieces();
  }

  private static Pieces create(boolean temporary, String what, boolean ifNotExists) {
    return new Pieces()
        .text("CREATE")
        .textIf(temporary, "TEMP")
        .text(what)
        .textIf(ifNotExists, "IF NOT EXISTS");
  }

  private static Pieces table(Definition.CreateTable table) {
    return create(table.temporary(), "TABLE", table.ifNotExists())
        .node(table.name())
        .text("(")
        .commas(table.columns())
        .textIf(!table.constraints().isEmpty(), ",")
        .commas(table.constraints())
        .text(")")
        .textIf(table.withoutRowid(), "WITHOUT ROWID")
        .textIf(table.withoutRowid() && table.strict(), ",")
        .textIf(table.strict(), "STRICT");
  }

  private static Pieces trigger(Definition.CreateTrigger trigger) {
    Pieces pieces =
        create(trigger.temporary(), "TRIGGER", trigger.ifNotExists()).node(trigger.name());
    trigger.time().ifPresent(pieces::words);
    pieces
        .words(trigger.event())
        .commas("OF", trigger.updateOf())
        .text("ON")
        .node(trigger.table())
        .textIf(trigger.forEachRow(), "FOR EACH ROW")
        .node("WHEN", trigger.when())
        .text("BEGIN");
    for (Statement statement : trigger.body()) {
      pieces.node(statement).text(";");
    }
    return pieces.text("END");
  }

  private static Pieces virtualTable(Definition.CreateVirtualTable table) {
    Pieces pieces = create(false, "VIRTUAL TABLE", table.ifNotExists())
        .node(table.name())
        .text("USING")
        .node(table.module());
    return table.arguments().isEmpty()
        ? pieces
        : pieces.glue().text("(").commas(table.arguments(), pieces::text).text(")");
  }

  private static Pieces alter(AlterTable alter) {
    Pieces pieces = new Pieces().text("ALTER TABLE").node(alter.name());
    AlterTable.Action action = alter.action();
    if (action instanceof AlterTable.RenameTable rename) {
      pieces.text("RENAME TO").node(rename.to());
    } else if (action instanceof AlterTable.RenameColumn rename) {
      pieces.text("RENAME COLUMN").node(rename.from()).text("TO").node(rename.to());
    } else if (action instanceof AlterTable.AddColumn add) {
      pieces.text("ADD COLUMN").node(add.column());
    } else if (action instanceof AlterTable.DropColumn drop) {
      pieces.text("DROP COLUMN").node(drop.column());
    } else if (action instanceof AlterTable.AddConstraint add) {
      pieces.text("ADD").node(add.constraint());
    } else if (action instanceof AlterTable.DropConstraint drop) {
      pieces.text("DROP CONSTRAINT").node(drop.constraint());
    } else if (action instanceof AlterTable.AlterNotNull alterNotNull) {
      pieces
          .text("ALTER COLUMN")
          .node(alterNotNull.column())
          .text(alterNotNull.notNull() ? "SET NOT NULL" : "DROP NOT NULL")
          .onConflict(alterNotNull.onConflict());
    }
    return pieces;
  }
}
