package dev.litmus.processor.sql.print;

import dev.litmus.processor.sql.tree.Command;

/**
 * The pieces of commands. Words that may be left out, as in {@code ATTACH DATABASE}, are written where a name follows
 * that could be the same word.
 */
final class CommandPieces {

  private CommandPieces() {}

  static Pieces of(Command command) {
    Pieces pieces = new Pieces();
    if (command instanceof Command.Pragma pragma) {
      pieces.text("PRAGMA").node(pragma.name());
      pragma.value().ifPresent(value -> value(pragma, value, pieces));
    } else if (command instanceof Command.Attach attach) {
      pieces
          .text("ATTACH DATABASE")
          .node(attach.file())
          .text("AS")
          .node(attach.name())
          .node("KEY", attach.key());
    } else if (command instanceof Command.Detach detach) {
      pieces.text("DETACH DATABASE").node(detach.name());
    } else if (command instanceof Command.Vacuum vacuum) {
      pieces.text("VACUUM").node(vacuum.schema()).node("INTO", vacuum.into());
    } else if (command instanceof Command.Analyze analyze) {
      pieces.text("ANALYZE").node(analyze.target());
    } else if (command instanceof Command.Reindex reindex) {
      pieces.text("REINDEX").node(reindex.target());
    } else {
      transaction(command, pieces);
    }
    return pieces;
  }

  private static void value(Command.Pragma pragma, String value, Pieces pieces) {
    if (pragma.called()) {
      pieces.glue().text("(").text(value).text(")");
    } else {
      pieces.text("=").text(value);
    }
  }

  private static void transaction(Command command, Pieces pieces) {
    if (command instanceof Command.Begin begin) {
      pieces.text("BEGIN");
      begin.mode().ifPresent(pieces::words);
      pieces.node("TRANSACTION", begin.name());
    } else if (command instanceof Command.Commit commit) {
      pieces.text("COMMIT").node("TRANSACTION", commit.name());
    } else if (command instanceof Command.Rollback rollback) {
      pieces
          .text("ROLLBACK")
          .node("TRANSACTION", rollback.name())
          .node("TO SAVEPOINT", rollback.savepoint());
    } else if (command instanceof Command.Savepoint savepoint) {
      pieces.text("SAVEPOINT").node(savepoint.name());
    } else if (command instanceof Command.Release release) {
      pieces.text("RELEASE SAVEPOINT").node(release.name());
    }
  }
}
