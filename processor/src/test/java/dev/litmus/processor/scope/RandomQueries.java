package dev.litmus.processor.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Queries in which names collide: the same columns in all tables, of other types each time. */
final class RandomQueries {

  /** Values that are equal to SQLite when a join compares them, and of other storage classes. */
  static final String SCRIPT = """
      CREATE TABLE a (id INTEGER PRIMARY KEY, v TEXT, w REAL, k INTEGER) STRICT;
      CREATE TABLE b (id TEXT NOT NULL, v INTEGER, k REAL, z BLOB) STRICT;
      CREATE TABLE c (k TEXT, id REAL, rowid TEXT, w INTEGER) STRICT;
      CREATE TABLE d (w TEXT, oid BLOB, id INTEGER) STRICT;
      CREATE VIEW u AS SELECT id, v FROM a UNION ALL SELECT v, id FROM b;
      CREATE VIRTUAL TABLE f USING fts5 (id, v);
      INSERT INTO a VALUES (1, '1', 1.0, 1), (2, '2', 2.0, 3), (3, NULL, 2.5, NULL);
      INSERT INTO b VALUES ('1', 1, 1.0, x'31'), ('3', 2, 3.0, x'00'), ('x', NULL, 9.5, NULL);
      INSERT INTO c VALUES ('1', 1.0, 'r1', 1), ('3', 2.0, 'r2', 2), (NULL, 7.0, 'r3', NULL);
      INSERT INTO d VALUES ('1', x'00', 1), ('2', NULL, 2), ('y', x'01', 8);
      INSERT INTO f VALUES ('1', '1'), ('2', 'word');
      """;

  private static final List<String> COLUMNS =
      List.of("id", "v", "w", "k", "z", "rowid", "oid", "_rowid_", "\"id\"", "[V]", "value", "x1");
  private static final List<String> TABLES = List.of("a", "b", "c", "d", "a", "b", "u", "f");
  private static final List<String> JOINS = List.of(
      "JOIN",
      "LEFT JOIN",
      "RIGHT JOIN",
      "FULL JOIN",
      "CROSS JOIN",
      "NATURAL JOIN",
      "NATURAL LEFT JOIN",
      "NATURAL RIGHT JOIN",
      "NATURAL FULL JOIN");

  private final Random random;

  RandomQueries(long seed) {
    random = new Random(seed);
  }

  String query() {
    return (random.nextInt(3) == 0 ? with() : "") + query(2, List.of());
  }

  private String with() {
    List<String> tables = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      // Names of real tables, also used before they are declared here.
      String name = pick(List.of("a", "b", "t", "s"));
      String columns = random.nextInt(4) == 0 ? "(id, v)" : "";
      String body = columns.isEmpty()
          ? query(1, List.of())
          : "SELECT " + column(List.of()) + ", 'v' FROM " + pick(TABLES);
      tables.add(name + columns + " AS (" + body + ")");
    }
    return "WITH " + String.join(", ", tables) + " ";
  }

  private String query(int depth, List<String> around) {
    String first = select(depth, around);
    if (random.nextInt(6) == 0) {
      String results = "SELECT " + column(around) + " AS id FROM " + pick(TABLES);
      return results + pick(List.of(" UNION ", " UNION ALL ", " EXCEPT ")) + "SELECT "
          + column(around) + " FROM " + pick(TABLES);
    }
    return first;
  }

  private String select(int depth, List<String> around) {
    List<String> names = new ArrayList<>();
    String from = from(depth, names);
    List<String> visible = new ArrayList<>(names);
    visible.addAll(around);
    List<String> results = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      results.add(result(depth, names, visible));
    }
    String where = random.nextInt(3) == 0
        ? " WHERE " + column(visible) + " IS NOT NULL OR " + column(visible) + " IS NULL"
        : "";
    String group = random.nextInt(12) == 0 ? " GROUP BY " + column(visible) : "";
    String order = random.nextInt(5) == 0 ? " ORDER BY " + column(visible) : "";
    return (random.nextInt(9) == 0 ? "SELECT DISTINCT " : "SELECT ") + String.join(", ", results)
        + " FROM " + from + where + group + order;
  }

  private String result(int depth, List<String> names, List<String> visible) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> "*";
      case 2 -> pick(names) + ".*";
      case 3 -> column(visible) + " AS " + pick(List.of("id", "v", "w", "x1"));
      case 4 ->
        pick(List.of(
            "1",
            "lower(" + column(visible) + ")",
            "(" + column(visible) + ")",
            "+" + column(visible)));
      case 5 -> depth > 0 ? "(" + query(depth - 1, visible) + " LIMIT 1)" : "NULL AS id";
      default -> column(visible);
    };
  }

  private String from(int depth, List<String> names) {
    StringBuilder from = new StringBuilder(source(depth, names));
    for (int i = random.nextInt(3); i > 0; i--) {
      String join = pick(JOINS);
      from.append(' ').append(random.nextInt(8) == 0 ? "," : join).append(' ');
      boolean comma = from.charAt(from.length() - 2) == ',';
      from.append(source(depth, names));
      if (!comma && !join.startsWith("NATURAL") && random.nextInt(4) != 0) {
        from.append(
            switch (random.nextInt(4)) {
              case 0 -> " ON " + column(names) + " = " + column(names);
              case 1 -> " USING (id, v)";
              case 2 -> " USING (" + pick(List.of("k", "w", "v", "ID")) + ")";
              default -> " USING (id)";
            });
      }
    }
    return from.toString();
  }

  private String source(int depth, List<String> names) {
    String alias = fresh(List.of("a", "p", "q", "r", "s"), names);
    switch (depth == 0 ? 9 : random.nextInt(10)) {
      case 0 -> {
        names.add(alias);
        return "(" + query(depth - 1, List.of()) + ") AS " + alias;
      }
      case 1 -> {
        return "(" + from(depth - 1, names) + ")";
      }
      case 2 -> {
        names.add(alias);
        return "(" + from(depth - 1, new ArrayList<>()) + ") AS " + alias;
      }
      case 3 -> {
        names.add(alias);
        return "json_each('[1,\"2\"]') AS " + alias;
      }
      default -> {
        String table = pick(TABLES);
        boolean renamed = names.contains(table) || random.nextInt(3) == 0;
        names.add(renamed ? alias : table);
        return renamed ? table + " " + alias : table;
      }
    }
  }

  private String column(List<String> names) {
    String column = pick(random.nextBoolean() ? COLUMNS.subList(0, 4) : COLUMNS);
    return names.isEmpty() || random.nextInt(3) == 0 ? column : pick(names) + "." + column;
  }

  /** Two sources of one name are more than anybody could mean. */
  private String fresh(List<String> candidates, List<String> names) {
    List<String> left =
        candidates.stream().filter(name -> !names.contains(name)).toList();
    return left.isEmpty() ? "n" + names.size() : pick(left);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
