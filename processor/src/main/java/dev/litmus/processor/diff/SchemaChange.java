package dev.litmus.processor.diff;

import java.util.List;
import java.util.Locale;

/**
 * A piece that two schemas do not have alike.
 *
 * @param kind what happened to it
 * @param object the piece, as the second schema has it, or the first when the second has none
 * @param lines the statement that makes it: what stays, comes and goes
 */
public record SchemaChange(Kind kind, SchemaObject object, List<LineDiff.Line> lines) {

  public SchemaChange {
    lines = List.copyOf(lines);
  }

  /** Returns the lines that come and go, with some around them, as lines of a unified diff. */
  public List<String> shown(int around) {
    return LineDiff.shown(lines, around);
  }

  /** What can happen to a piece. */
  public enum Kind {
    REMOVED,
    CHANGED,
    ADDED;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
