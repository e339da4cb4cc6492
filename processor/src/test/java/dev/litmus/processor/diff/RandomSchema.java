package dev.litmus.processor.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A random schema that is small and has a little of everything; two of them share most of their names. The key of every
 * table is {@code id}, so that rows have something that stays.
 */
final class RandomSchema {

  private static final String[] TYPES = {"INTEGER", "TEXT", "REAL", "ANY"};

  private final Random random;
  private final List<String> statements = new ArrayList<>();
  private final List<String> views = new ArrayList<>();
  private final List<String> tables = new ArrayList<>();
  private final List<String> withoutRowid = new ArrayList<>();
  private final List<List<String>> columns = new ArrayList<>();

  private final Optional<Random> more;

  private RandomSchema(Random random, Optional<Random> more) {
    this.random = random;
    this.more = more;
  }

  static String of(Random random) {
    return new RandomSchema(random, Optional.empty()).make();
  }

  /** Returns the schema that the first dice make, with columns behind those of some tables by the second. */
  static String longer(Random random, Random more) {
    return new RandomSchema(random, Optional.of(more)).make();
  }

  private String make() {
    for (int i = 0; i < 4; i++) {
      if (random.nextInt(5) > 0) {
        table(i == 3 ? "\"table 3\"" : "t" + i);
      }
    }
    for (int i = 0; i < 3; i++) {
      if (!tables.isEmpty() && random.nextBoolean()) {
        index("i" + i);
      }
    }
    for (int i = 0; i < 2; i++) {
      if (!tables.isEmpty() && random.nextInt(3) > 0) {
        view("v" + i);
      }
    }
    for (int i = 0; i < 2; i++) {
      if (!tables.isEmpty() && random.nextBoolean()) {
        trigger("g" + i);
      }
    }
    if (!tables.isEmpty() && random.nextInt(3) == 0) {
      search();
    }
    return String.join(";\n", statements) + (statements.isEmpty() ? "" : ";\n");
  }

  private void table(String name) {
    boolean strict = random.nextInt(4) == 0;
    boolean keyed = random.nextInt(4) == 0;
    List<String> parts = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of("id"));
    parts.add(
        keyed
            ? "id TEXT PRIMARY KEY"
            : "id INTEGER PRIMARY KEY" + (random.nextInt(4) == 0 ? " AUTOINCREMENT" : ""));
    for (int i = 0; i < 5; i++) {
      if (random.nextInt(3) > 0) {
        String column = i == 4 ? "\"order\"" : "c" + i;
        parts.add(column(random, column, strict));
        names.add(column);
      }
    }
    for (int i = 0; more.isPresent() && i < 2 && more.get().nextBoolean(); i++) {
      parts.add(column(more.get(), "more" + i, strict));
    }
    if (random.nextInt(4) == 0) {
      parts.add("CHECK (id IS NOT -1)");
    }
    if (random.nextInt(4) == 0) {
      parts.add("UNIQUE (id, " + pick(names) + ")");
    }
    List<String> options = new ArrayList<>();
    if (strict) {
      options.add("STRICT");
    }
    if (keyed && random.nextBoolean()) {
      options.add("WITHOUT ROWID");
      withoutRowid.add(name);
    }
    statements.add("CREATE TABLE " + name + " (" + String.join(", ", parts) + ") "
        + String.join(", ", options));
    tables.add(name);
    columns.add(names);
  }

  private static String column(Random random, String name, boolean strict) {
    String type = TYPES[random.nextInt(TYPES.length)];
    String text = name + " " + (type.equals("ANY") && !strict ? "" : type);
    switch (random.nextInt(9)) {
      case 0 -> text += " NOT NULL";
      case 1 -> text += " NOT NULL DEFAULT 7";
      case 2 -> text += " DEFAULT (1 + 2)";
      case 3 -> text += " DEFAULT -1";
      case 4 -> text += " REFERENCES t" + random.nextInt(3) + " (id) ON DELETE CASCADE";
      case 5 -> text += " GENERATED ALWAYS AS (id)" + (random.nextBoolean() ? " STORED" : "");
      case 6 -> text += " COLLATE NOCASE CHECK (" + name + " IS NOT -99)";
      default -> {}
    }
    return text;
  }

  private void index(String name) {
    int table = random.nextInt(tables.size());
    statements.add("CREATE " + (random.nextInt(3) == 0 ? "UNIQUE " : "") + "INDEX " + name + " ON "
        + tables.get(table) + " (id, " + pick(columns.get(table)) + ")"
        + (random.nextBoolean() ? " WHERE id > 0" : ""));
  }

  private void view(String name) {
    int table = random.nextInt(tables.size());
    boolean ofView = !views.isEmpty() && random.nextBoolean();
    statements.add("CREATE VIEW " + name + " AS SELECT "
        + (ofView
            ? "x FROM " + views.get(0)
            : pick(columns.get(table)) + " AS x FROM " + tables.get(table))
        + (random.nextBoolean() ? " WHERE x > 0" : ""));
    views.add(name);
  }

  private void trigger(String name) {
    int table = random.nextInt(tables.size());
    int other = random.nextInt(tables.size());
    boolean ofView = !views.isEmpty() && random.nextBoolean();
    statements.add("CREATE TRIGGER " + name
        + (ofView
            ? " INSTEAD OF INSERT ON " + pick(views)
            : " AFTER DELETE ON " + tables.get(table))
        + " BEGIN DELETE FROM " + tables.get(other) + " WHERE id = 1; SELECT "
        + pick(columns.get(other)) + " FROM " + tables.get(other) + "; END");
  }

  private void search() {
    int table = random.nextInt(tables.size());
    List<String> names =
        columns.get(table).stream().filter(column -> !column.startsWith("\"")).toList();
    statements.add("CREATE VIRTUAL TABLE s USING fts5(" + pick(names)
        + (withoutRowid.contains(tables.get(table)) || random.nextInt(4) == 0
            ? ""
            : ", content = '" + tables.get(table).replace("\"", "") + "'")
        + ")");
  }

  private String pick(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
