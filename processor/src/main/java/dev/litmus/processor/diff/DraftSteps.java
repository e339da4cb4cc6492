package dev.litmus.processor.diff;

import dev.litmus.processor.diff.SchemaObject.Kind;
import dev.litmus.processor.sql.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The steps from one schema to another. What rests on a table that is made anew falls before it and comes again after it:
 * SQLite drops a table's indexes and triggers with it, and renames none while a view or trigger names what is not there.
 * Tables that go go late, so that whoever completes a draft can still take their rows.
 */
final class DraftSteps {

  private final List<SchemaObject> before;
  private final List<SchemaObject> after;
  private final List<String> steps = new ArrayList<>();
  private final Set<String> touched = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final List<SchemaObject> fallen = new ArrayList<>();

  private DraftSteps(List<SchemaObject> before, List<SchemaObject> after) {
    this.before = before;
    this.after = after;
  }

  /** Returns the steps in order, each a statement or more with their semicolons; none when nothing is different. */
  static List<String> between(List<SchemaObject> before, List<SchemaObject> after) {
    DraftSteps draft = new DraftSteps(before, after);
    draft.touch();
    draft.drop();
    draft.changeTables();
    draft.create();
    return List.copyOf(draft.steps);
  }

  /** What is dropped or made anew, and the views and triggers that rest on it, directly or not. */
  private void touch() {
    for (SchemaObject object : before) {
      boolean resting = object.kind() == Kind.INDEX || object.kind() == Kind.TRIGGER;
      if (!resting && !stays(object) && !isLengthened(object)) {
        touched.add(object.name());
      }
    }
    boolean more = true;
    while (more) {
      more = false;
      for (SchemaObject object : before) {
        boolean falls = !stays(object) || touched.stream().anyMatch(object::mentions);
        if (isViewOrTrigger(object) && falls && !fallen.contains(object)) {
          fallen.add(object);
          more = true;
          if (object.kind() == Kind.VIEW) {
            touched.add(object.name());
          }
        }
      }
    }
  }

  private void drop() {
    fallen.stream().filter(is(Kind.TRIGGER)).map(SchemaObject::drop).forEach(steps::add);
    fallen.stream().filter(is(Kind.VIEW)).map(SchemaObject::drop).forEach(steps::add);
    before.stream()
        .filter(is(Kind.INDEX))
        .filter(index -> !stays(index) && !touched.contains(index.table()))
        .map(SchemaObject::drop)
        .forEach(steps::add);
    before.stream()
        .filter(is(Kind.VIRTUAL_TABLE))
        .filter(table -> !stays(table))
        .forEach(this::dropVirtual);
  }

  private void dropVirtual(SchemaObject table) {
    boolean keepsRows =
        SearchIndex.contentOf(table).filter(content -> !content.isEmpty()).isEmpty();
    steps.add((keepsRows ? lostRows(table) : "") + table.drop());
  }

  private void changeTables() {
    for (SchemaObject table : after) {
      if (table.kind() == Kind.TABLE) {
        Optional<SchemaObject> old = SchemaDiff.find(table, before);
        if (old.isEmpty()) {
          steps.add(table.sql());
        } else if (!table.isSame(old.get())) {
          change(old.get(), table);
        }
      }
    }
    before.stream()
        .filter(is(Kind.TABLE))
        .filter(table -> SchemaDiff.find(table, after).isEmpty())
        .forEach(table -> steps.add(lostRows(table) + table.drop()));
  }

  private static String lostRows(SchemaObject table) {
    return Rebuild.todo("the rows of " + SqlName.of(table.name()) + " are lost") + "\n";
  }

  private void change(SchemaObject old, SchemaObject wanted) {
    Optional<List<String>> added = AddedColumns.of(old, wanted);
    if (added.isPresent()) {
      for (String column : added.get()) {
        steps.add("ALTER TABLE " + SqlName.of(old.name()) + " ADD COLUMN " + column + ";");
      }
    } else {
      steps.add(Rebuild.steps(old, wanted, freeName(wanted.name()), rowNumbersMatter()));
    }
  }

  /** Rows are found by the number that SQLite gave them: in a full-text index, or by a view or trigger that asks for it. */
  private boolean rowNumbersMatter() {
    return before.stream()
        .anyMatch(object -> object.kind() == Kind.VIRTUAL_TABLE
            || (isViewOrTrigger(object)
                && Rebuild.ROW_NUMBERS.stream().anyMatch(object::mentions)));
  }

  private String freeName(String name) {
    String free = name + "_new";
    while (isTaken(free, before) || isTaken(free, after)) {
      free += "_";
    }
    return free;
  }

  private static boolean isTaken(String name, List<SchemaObject> objects) {
    return objects.stream().anyMatch(object -> object.name().equalsIgnoreCase(name));
  }

  private void create() {
    createMissing(Kind.VIRTUAL_TABLE);
    createMissing(Kind.INDEX);
    createMissing(Kind.VIEW);
    after.stream().filter(is(Kind.VIRTUAL_TABLE)).forEach(this::fill);
    createMissing(Kind.TRIGGER);
  }

  private void createMissing(Kind kind) {
    after.stream()
        .filter(is(kind))
        .filter(object -> !stood(object) || hasFallen(object))
        .map(SchemaObject::sql)
        .forEach(steps::add);
  }

  /** A full-text index of another table is filled from that table; one with rows of its own cannot be. */
  private void fill(SchemaObject table) {
    Optional<String> content = SearchIndex.contentOf(table);
    if (content.isPresent()
        && isTaken(content.get(), after)
        && (!stood(table) || touched.contains(content.get()))) {
      String name = SqlName.of(table.name());
      steps.add("INSERT INTO " + name + " (" + name + ") VALUES ('rebuild');");
    }
  }

  private boolean hasFallen(SchemaObject object) {
    return object.kind() == Kind.INDEX
        ? touched.contains(object.table())
        : fallen.stream().anyMatch(object::isCalledLike);
  }

  private boolean stays(SchemaObject object) {
    return SchemaDiff.find(object, after).filter(object::isSame).isPresent();
  }

  private boolean stood(SchemaObject object) {
    return SchemaDiff.find(object, before).filter(object::isSame).isPresent();
  }

  private boolean isLengthened(SchemaObject table) {
    return table.kind() == Kind.TABLE
        && SchemaDiff.find(table, after)
            .filter(wanted -> AddedColumns.of(table, wanted).isPresent())
            .isPresent();
  }

  private static boolean isViewOrTrigger(SchemaObject object) {
    return object.kind() == Kind.VIEW || object.kind() == Kind.TRIGGER;
  }

  private static Predicate<SchemaObject> is(Kind kind) {
    return object -> object.kind() == kind;
  }
}
