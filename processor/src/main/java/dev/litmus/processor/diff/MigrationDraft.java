package dev.litmus.processor.diff;

import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.schema.SchemaScript;
import dev.litmus.processor.schema.ScriptFailedException;
import java.sql.SQLException;
import java.util.List;

/**
 * A migration to begin with: it leads from one schema to another and back, and says behind {@code TODO} what only its
 * author knows. What has another name now is taken for something that goes and something that comes.
 *
 * @param up the steps to the wanted schema, each a statement or more with their semicolons
 * @param down the steps back
 */
public record MigrationDraft(List<String> up, List<String> down) {

  public MigrationDraft {
    up = List.copyOf(up);
    down = List.copyOf(down);
  }

  /**
   * Drafts a migration and tries it.
   *
   * @param before what the migrations make so far
   * @param wanted what they are to make
   * @throws DraftFailedException when the draft does not lead there or back, on a database without rows
   */
  public static MigrationDraft between(Schema before, Schema wanted)
      throws DraftFailedException, SQLException {
    List<SchemaObject> old = SchemaPieces.of(before);
    List<SchemaObject> next = SchemaPieces.of(wanted);
    MigrationDraft draft =
        new MigrationDraft(DraftSteps.between(old, next), DraftSteps.between(next, old));
    draft.verify(before, wanted, draft.up);
    draft.verify(wanted, before, draft.down);
    return draft;
  }

  private void verify(Schema from, Schema to, List<String> steps)
      throws DraftFailedException, SQLException {
    // As when migrations run.
    String script =
        "PRAGMA foreign_keys = OFF;\n" + Snapshot.text(from) + "\n" + String.join("\n", steps);
    try (Schema made = SchemaScript.run(from.name(), script, to.application())) {
      List<SchemaChange> changes = SchemaDiff.between(made, to);
      if (!changes.isEmpty()) {
        throw new DraftFailedException(
            text(),
            "it would leave " + changes.get(0).object().name() + " as it is not wanted",
            null);
      }
    } catch (ScriptFailedException e) {
      throw new DraftFailedException(text(), "SQLite says: " + e.words(), e);
    }
  }

  /** Tells whether there is nothing to do. */
  public boolean isEmpty() {
    return up.isEmpty();
  }

  /** Returns what still has to be thought about, in the order of the text. */
  public List<String> todo() {
    return text()
        .lines()
        .filter(line -> line.startsWith("-- TODO "))
        .map(line -> line.substring("-- TODO ".length()))
        .toList();
  }

  /** Returns the text of a migration file. */
  public String text() {
    return "-- Up\n" + part(up) + "\n-- Down\n" + part(down);
  }

  /** With a blank line around what takes several. */
  private static String part(List<String> steps) {
    StringBuilder text = new StringBuilder();
    boolean afterSeveral = false;
    for (String step : steps) {
      boolean several = step.contains("\n");
      boolean first = text.isEmpty();
      text.append(!first && (several || afterSeveral) ? "\n" : "").append(step).append('\n');
      afterSeveral = several;
    }
    return text.toString();
  }
}
