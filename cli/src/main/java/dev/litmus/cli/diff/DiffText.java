package dev.litmus.cli.diff;

import dev.litmus.processor.diff.SchemaChange;
import dev.litmus.processor.diff.SchemaObject;
import java.util.List;
import java.util.stream.Collectors;

/** Changes as a reviewer reads them: what happened to each piece, and the lines that come and go. */
public final class DiffText {

  private static final int LINES_AROUND = 1;

  private DiffText() {}

  /** Returns the text, with a line feed at its end; nothing of no changes. */
  public static String render(List<SchemaChange> changes) {
    return changes.stream().map(DiffText::render).collect(Collectors.joining("\n"));
  }

  private static String render(SchemaChange change) {
    SchemaObject object = change.object();
    String owner = object.name().equalsIgnoreCase(object.table()) ? "" : " on " + object.table();
    return change.kind().text() + " " + object.kind().text() + " " + object.name() + owner + "\n"
        + change.shown(LINES_AROUND).stream()
            .map(line -> line + "\n")
            .collect(Collectors.joining());
  }
}
