package dev.litmus.processor.diff;

import dev.litmus.processor.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares schemas piece by piece. */
public final class SchemaDiff {

  private SchemaDiff() {}

  /** Returns what makes the second schema from the first; nothing when they mean the same. */
  public static List<SchemaChange> between(Schema before, Schema after) throws SQLException {
    return between(SchemaPieces.of(before), SchemaPieces.of(after));
  }

  /** Those that go, in the order of the first; then those that change or come, in the order of the second. */
  static List<SchemaChange> between(List<SchemaObject> before, List<SchemaObject> after) {
    List<SchemaChange> changes = new ArrayList<>();
    for (SchemaObject object : before) {
      if (find(object, after).isEmpty()) {
        changes.add(change(SchemaChange.Kind.REMOVED, object, body(object), List.of()));
      }
    }
    for (SchemaObject object : after) {
      Optional<SchemaObject> old = find(object, before);
      if (old.isEmpty()) {
        changes.add(change(SchemaChange.Kind.ADDED, object, List.of(), body(object)));
      } else if (!object.isSame(old.get())) {
        changes.add(change(SchemaChange.Kind.CHANGED, object, body(old.get()), body(object)));
      }
    }
    return changes;
  }

  private static SchemaChange change(
      SchemaChange.Kind kind, SchemaObject object, List<String> before, List<String> after) {
    return new SchemaChange(kind, object, LineDiff.between(before, after));
  }

  static Optional<SchemaObject> find(SchemaObject object, List<SchemaObject> objects) {
    return objects.stream().filter(object::isCalledLike).findFirst();
  }

  /** A column that is no longer the last one has not changed. */
  private static List<String> body(SchemaObject object) {
    return object.lines().stream().map(line -> line.replaceFirst(",$", "")).toList();
  }
}
