package dev.litmus.processor.inference;

import dev.litmus.processor.inference.Place.Brought;
import java.util.ArrayList;
import java.util.List;

/** Queries: alone, in FROM, in WITH, and in expressions. */
final class RandomSelects {

  /** So many columns as a star has. */
  private static final int ANY_NUMBER = 0;

  private final Dice dice;
  private final List<Brought> tables;
  private final RandomExpressions expressions;
  private final List<Brought> keyed;
  private int names;

  RandomSelects(Dice dice, List<Brought> tables) {
    this.dice = dice;
    this.tables = tables;
    this.keyed = tables.stream().filter(table -> !table.keys().isEmpty()).toList();
    this.expressions = new RandomExpressions(dice, this);
  }

  RandomExpressions expressions() {
    return expressions;
  }

  /** A query, and what its columns are called. */
  record Made(String text, List<String> columns) {}

  String top(Place place) {
    if (dice.chance(20)) {
      List<Brought> common = new ArrayList<>(place.common());
      String with = with(place, common);
      return with + query(1 + dice.below(3), place.withCommon(common)).text();
    }
    return dice.chance(10)
        ? core(ANY_NUMBER, place, true)
        : query(1 + dice.below(3), place).text();
  }

  /** Returns the name of something with one column. */
  String column() {
    return tables.stream()
        .filter(table -> table.columns().size() == 1)
        .map(Brought::name)
        .findFirst()
        .orElse("(VALUES (1), ('a'))");
  }

  String scalar(Place place) {
    return columns(1, place);
  }

  String any(Place place) {
    return dice.chance(20)
        ? core(ANY_NUMBER, place.inside(), true)
        : columns(1 + dice.below(2), place);
  }

  /** Returns a query inside an expression. */
  String columns(int columns, Place place) {
    return query(columns, place.inside()).text();
  }

  /** Returns WITH, and adds the tables to those that can be named. */
  String with(Place place, List<Brought> common) {
    List<String> declared = new ArrayList<>();
    for (int i = dice.below(2); i >= 0; i--) {
      String name = name("x");
      Place inside = place.withCommon(List.copyOf(common)).beside();
      List<String> columns = List.of("c1", "c2");
      String body = dice.chance(35) ? recursive(name, inside) : query(2, inside).text();
      boolean named = body.startsWith("VALUES") || body.contains("UNION ALL SELECT c1 + 1");
      declared.add(name + (named || dice.chance(50) ? " (c1, c2)" : "")
          + dice.pick(" AS ", " AS ", " AS MATERIALIZED ") + "(" + body + ")");
      common.add(Brought.of(name, columns));
    }
    return "WITH RECURSIVE " + String.join(", ", declared) + " ";
  }

  private String recursive(String name, Place place) {
    Brought self = Brought.of(name, List.of("c1", "c2"));
    List<Brought> sources = new ArrayList<>(List.of(self));
    String join = dice.maybe(30, () -> {
      Brought table = dice.pick(tables).as(name("t"));
      sources.add(table);
      String kind = dice.pick(" JOIN ", " LEFT JOIN ");
      Place on = place.with(List.copyOf(sources));
      return kind + real(table) + " ON " + expressions.condition(on);
    });
    Place step = place.with(sources);
    return "SELECT 1, " + expressions.value(place) + " UNION ALL SELECT c1 + 1, "
        + expressions.value(step.deeper()) + " FROM " + name + join + " WHERE c1 < 3"
        + dice.maybe(50, () -> " AND " + expressions.condition(step.deeper())) + " LIMIT 9";
  }

  private String real(Brought renamed) {
    return tables.stream()
            .filter(table -> table.columns().equals(renamed.columns()))
            .findFirst()
            .orElseThrow()
            .name()
        + " AS " + renamed.name();
  }

  /** Returns a query of so many columns, named c1, c2 and so on unless they come from VALUES. */
  private Made query(int columns, Place place) {
    if (dice.chance(4)) {
      return new Made(values(columns, place), List.of());
    }
    boolean compound = dice.chance(12);
    StringBuilder text = new StringBuilder(core(columns, place, !compound));
    for (int i = compound ? dice.below(2) : -1; i >= 0; i--) {
      text.append(dice.pick(" UNION ", " UNION ALL ", " EXCEPT ", " INTERSECT "))
          .append(core(columns, place, false));
    }
    text.append(dice.maybe(compound ? 30 : 0, () -> " ORDER BY 1"));
    text.append(dice.maybe(20, this::limit));
    return new Made(text.toString(), names(columns));
  }

  private String limit() {
    return " LIMIT " + dice.pick("1", "1", "0", "2", "-1", ":n", "1 + 0", "NULL + 1")
        + dice.maybe(30, () -> " OFFSET " + dice.pick("0", "1", ":n"));
  }

  private static List<String> names(int columns) {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      names.add("c" + i);
    }
    return names;
  }

  private String values(int columns, Place place) {
    return "VALUES "
        + dice.list(2, () -> {
          List<String> items = new ArrayList<>();
          for (int i = 0; i < columns; i++) {
            items.add(expressions.value(place.deeper()));
          }
          return "(" + String.join(", ", items) + ")";
        });
  }

  private String core(int columns, Place place, boolean alone) {
    List<Brought> sources = new ArrayList<>();
    String from = dice.chance(94) ? " FROM " + from(place, sources) : "";
    Place rows = place.with(List.copyOf(sources));
    boolean groups = dice.chance(20);
    boolean aggregates = groups || dice.chance(12);
    List<String> windows = dice.chance(8) ? List.of("win") : List.of();
    Place results = rows.windowed(windows).allowing(aggregates, dice.chance(25));
    List<String> terms = new ArrayList<>();
    for (int i = 1; i <= columns; i++) {
      terms.add(expressions.value(results) + " AS c" + i);
    }
    Place where = rows.naming(aggregates || results.overs() ? List.of() : names(columns));
    if (columns == ANY_NUMBER) {
      terms.add(
          sources.isEmpty() ? "1" : dice.chance(50) ? "*" : dice.pick(sources).name() + ".*");
    }
    return "SELECT " + dice.maybe(10, () -> "DISTINCT ") + String.join(", ", terms) + from
        + where(where)
        + (groups ? " GROUP BY " + dice.list(2, () -> group(rows)) : "")
        + dice.maybe(
            groups ? 30 : aggregates ? 10 : 0,
            () -> " HAVING " + expressions.condition(rows.allowing(true, false)))
        + (windows.isEmpty()
            ? ""
            : " WINDOW win AS (" + new RandomCalls(dice, expressions).window(rows.deeper()) + ")")
        + dice.maybe(alone ? 20 : 0, () -> " ORDER BY " + order(results.naming(names(columns))));
  }

  private String order(Place results) {
    return dice.pick("1", expressions.value(results)) + dice.pick("", " DESC", " NULLS LAST");
  }

  private String group(Place rows) {
    return dice.chance(6)
        ? "1"
        : dice.chance(70) ? expressions.column(rows) : expressions.value(rows.deeper());
  }

  private String where(Place place) {
    List<String> conditions = new ArrayList<>();
    boolean keyed = dice.chance(45);
    if (keyed) {
      place.sources().forEach(source -> {
        if (!source.keys().isEmpty()) {
          conditions.add(expressions.keyed(source, place));
        }
      });
    }
    if (dice.chance(keyed ? 25 : 70)) {
      conditions.addAll(dice.some(2, () -> "(" + expressions.condition(place) + ")"));
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  String from(Place place, List<Brought> sources) {
    StringBuilder text = new StringBuilder(source(place, sources));
    int joins = dice.chance(45) ? 0 : 1 + dice.below(dice.chance(30) ? 3 : 1);
    for (int i = 0; i < joins; i++) {
      String kind = dice.pick(
          " JOIN ",
          " JOIN ",
          " LEFT JOIN ",
          " LEFT JOIN ",
          " LEFT JOIN ",
          " RIGHT JOIN ",
          " FULL JOIN ",
          " CROSS JOIN ",
          ", ",
          " NATURAL JOIN ",
          " NATURAL LEFT JOIN ",
          " NATURAL FULL JOIN ");
      List<Brought> right = new ArrayList<>();
      String source = source(place, right);
      List<Brought> left = List.copyOf(sources);
      sources.addAll(right);
      text.append(kind).append(source).append(on(kind, place, left, right, sources));
    }
    return text.toString();
  }

  private String on(
      String kind, Place place, List<Brought> left, List<Brought> right, List<Brought> all) {
    if (kind.contains("NATURAL") || kind.equals(", ") || dice.chance(7)) {
      return "";
    }
    List<String> shared = left.stream()
        .flatMap(source -> source.columns().stream())
        .filter(column -> right.stream().anyMatch(source -> source.columns().contains(column)))
        .distinct()
        .toList();
    if (!shared.isEmpty() && dice.chance(20)) {
      return " USING (" + dice.pick(shared) + ")";
    }
    Place on = place.with(List.copyOf(all));
    return " ON "
        + (dice.chance(50)
            ? equal(left, right) + dice.maybe(40, () -> " AND " + expressions.condition(on))
            : dice.chance(50) ? expressions.keyed(on) : expressions.condition(on));
  }

  private String equal(List<Brought> left, List<Brought> right) {
    Brought one = dice.pick(left);
    Brought other = dice.pick(right);
    return other.name() + "." + dice.pick(other.columns()) + " = " + one.name() + "."
        + dice.pick(one.columns());
  }

  private String source(Place place, List<Brought> sources) {
    if (!place.common().isEmpty() && dice.chance(35)) {
      Brought common = dice.pick(place.common());
      Brought named = common.as(name("t"));
      sources.add(named);
      return common.name() + " AS " + named.name();
    }
    int kind = place.depth() <= 1 ? 9 : dice.below(14);
    return switch (kind) {
      case 0, 1 -> {
        Made made = query(1 + dice.below(2), place.beside());
        String name = name("t");
        sources.add(
            Brought.of(name, made.columns().isEmpty() ? List.of("column1") : made.columns()));
        yield "(" + made.text() + ") AS " + name;
      }
      case 2 -> "(" + from(place.beside(), sources) + ")";
      case 3 -> {
        String name = name("j");
        Brought function =
            Brought.of(name, List.of("key", "value", "type", "atom", "id", "fullkey"));
        String json = dice.chance(60)
            ? dice.pick("'[1,null,\"a\"]'", "'{\"a\":1.5}'", "'3'", ":a", "NULL")
            : expressions.column(place.with(List.copyOf(sources)));
        sources.add(function);
        yield dice.pick("json_each(", "json_each(", "json_tree(") + json + ") AS " + name;
      }
      default -> {
        Brought table = dice.pick(dice.chance(40) ? keyed : tables);
        boolean own = place.around().stream().noneMatch(s -> s.name().equals(table.name()))
            && sources.isEmpty()
            && dice.chance(15);
        Brought named = own ? table : table.as(name("t"));
        sources.add(named);
        yield table.name() + (own ? "" : " AS " + named.name());
      }
    };
  }

  private String name(String prefix) {
    return prefix + ++names;
  }
}
