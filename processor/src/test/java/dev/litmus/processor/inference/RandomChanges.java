package dev.litmus.processor.inference;

import dev.litmus.processor.inference.Place.Brought;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** INSERT, UPDATE and DELETE that return what they have changed. */
final class RandomChanges {

  private final Dice dice;
  private final List<Brought> targets;
  private final RandomSelects selects;
  private final RandomExpressions expressions;

  RandomChanges(Dice dice, List<Brought> targets, RandomSelects selects) {
    this.dice = dice;
    this.targets = targets;
    this.selects = selects;
    this.expressions = selects.expressions();
  }

  String change(Place top) {
    List<Brought> common = new ArrayList<>();
    String with = dice.maybe(10, () -> selects.with(top.beside(), common));
    Brought target = dice.pick(targets);
    Place place = top.withCommon(common).deeper();
    String change = switch (dice.below(3)) {
      case 0 -> insert(target, place);
      case 1 -> update(target, place);
      default -> delete(target, place);
    };
    return with + change + " RETURNING " + returning(top.withCommon(common).with(List.of(target)));
  }

  private String returning(Place place) {
    return dice.chance(50) ? "*" : dice.list(3, () -> expressions.value(place));
  }

  private String conflict() {
    return dice.chance(75) ? "" : dice.pick(" OR IGNORE", " OR REPLACE", " OR FAIL", " OR ABORT");
  }

  private String insert(Brought target, Place place) {
    List<String> columns = target.columns().stream()
        .filter(column -> !isGenerated(column) && dice.chance(70))
        .toList();
    String head = "INSERT" + conflict() + " INTO " + target.name();
    if (columns.isEmpty()) {
      return head + " DEFAULT VALUES";
    }
    String rows = dice.chance(60)
        ? "VALUES " + dice.list(2, () -> row(columns, place))
        : selects.columns(columns.size(), place);
    return head + " (" + String.join(", ", columns) + ") " + rows
        + (rows.startsWith("VALUES") && !target.keys().isEmpty()
            ? dice.maybe(35, () -> upsert(target, place))
            : "");
  }

  private String row(List<String> columns, Place place) {
    return columns.stream()
        .map(column -> dice.chance(80) ? expressions.leaf(place) : expressions.value(place))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String upsert(Brought target, Place place) {
    String conflict = " ON CONFLICT"
        + dice.maybe(40, () -> " (" + String.join(", ", dice.pick(target.keys())) + ")");
    if (dice.chance(30)) {
      return conflict + " DO NOTHING";
    }
    Place both = place.with(List.of(target, target.as("excluded")));
    return conflict + " DO UPDATE SET " + assignments(target, both)
        + dice.maybe(40, () -> " WHERE " + expressions.condition(both));
  }

  private String assignments(Brought target, Place place) {
    List<String> columns =
        target.columns().stream().filter(column -> !isGenerated(column)).toList();
    if (dice.chance(15) && columns.size() > 1) {
      return "(" + columns.get(0) + ", " + columns.get(1) + ") = ("
          + (dice.chance(50)
              ? selects.columns(2, place)
              : expressions.value(place) + ", " + expressions.value(place))
          + ")";
    }
    return dice.list(2, () -> dice.pick(columns) + " = " + expressions.value(place));
  }

  private static boolean isGenerated(String column) {
    return column.equals("g") || column.equals("h");
  }

  private String update(Brought target, Place place) {
    List<Brought> sources = new ArrayList<>();
    String from = dice.maybe(30, () -> " FROM " + selects.from(place, sources));
    sources.add(0, target);
    Place rows = place.with(sources);
    return "UPDATE" + conflict() + " " + target.name() + " SET " + assignments(target, rows) + from
        + where(target, rows);
  }

  private String delete(Brought target, Place place) {
    return "DELETE FROM " + target.name() + where(target, place.with(List.of(target)));
  }

  private String where(Brought target, Place rows) {
    List<String> conditions = new ArrayList<>();
    if (!target.keys().isEmpty() && dice.chance(40)) {
      conditions.add(expressions.keyed(target, rows));
    }
    if (dice.chance(40)) {
      conditions.add(target.name() + "." + dice.pick(target.columns()) + " IS NOT NULL");
    }
    if (dice.chance(30)) {
      conditions.add("(" + expressions.condition(rows) + ")");
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }
}
