package dev.litmus.processor.inference;

import dev.litmus.processor.inference.Place.Brought;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values and conditions of every kind that SQL has, over the columns of a place. */
final class RandomExpressions {

  private final Dice dice;
  private final RandomSelects selects;

  /** By source, the column that is named most: what a condition says of a column shows only where it is a result as well. */
  private final Map<String, String> favourites = new HashMap<>();

  RandomExpressions(Dice dice, RandomSelects selects) {
    this.dice = dice;
    this.selects = selects;
  }

  /** Forgets what was named most: another statement begins. */
  void begin() {
    favourites.clear();
  }

  String value(Place place) {
    if (place.depth() <= 0 || dice.chance(35)) {
      return leaf(place);
    }
    Place inner = place.deeper();
    if (place.overs() && dice.chance(30)) {
      return new RandomCalls(dice, this).over(inner.allowing(place.aggregates(), false));
    }
    if (place.aggregates() && dice.chance(40)) {
      return new RandomCalls(dice, this).aggregate(inner.allowing(false, false));
    }
    return switch (dice.below(14)) {
      case 0, 1 -> arithmetic(inner);
      case 2 -> dice.pick("-", "+", "~", "NOT ", "- -") + "(" + value(inner) + ")";
      case 3, 4 -> new RandomCalls(dice, this).scalar(inner);
      case 5, 6 -> caseOf(inner);
      case 7 -> choice(inner);
      case 8 ->
        "CAST(" + value(inner) + " AS "
            + dice.pick("INTEGER", "TEXT", "REAL", "NUMERIC", "BLOB", "ANY", "VARCHAR(2)") + ")";
      case 9 -> "(" + selects.scalar(inner) + ")";
      case 10 -> "(" + value(inner) + ")" + dice.pick("", " COLLATE NOCASE");
      case 11 -> "(" + condition(inner) + ")";
      default -> leaf(place);
    };
  }

  String leaf(Place place) {
    return switch (dice.below(12)) {
      case 0, 1 -> literal();
      case 2 -> parameter();
      default -> column(place);
    };
  }

  String column(Place place) {
    if (!place.aliases().isEmpty() && dice.chance(10)) {
      return dice.pick(place.aliases());
    }
    List<Brought> sources = place.sources();
    if (sources.isEmpty() || (!place.around().isEmpty() && dice.chance(12))) {
      sources = place.around();
    }
    if (sources.isEmpty()) {
      return literal();
    }
    Brought source = dice.pick(sources);
    String favourite =
        favourites.computeIfAbsent(source.name(), name -> dice.pick(source.columns()));
    String column = dice.chance(40)
        ? favourite
        : source.keys().isEmpty() || dice.chance(99)
            ? dice.pick(source.columns())
            : dice.pick("rowid", "oid");
    boolean bare = dice.chance(place.sources().size() == 1 && place.around().isEmpty() ? 40 : 3);
    return bare ? column : source.name() + "." + column;
  }

  String literal() {
    return dice.chance(2)
        ? dice.pick(
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1e999",
            "0x7fffffffffffffff")
        : dice.pick(
            "NULL",
            "0",
            "1",
            "1",
            "2",
            "3",
            "-1",
            "0.5",
            "1.0",
            "-0.0",
            "'a'",
            "'A'",
            "'b'",
            "''",
            "'1'",
            "'01'",
            "'abc'",
            "'a '",
            "'2024-01-31'",
            "'{\"a\":1}'",
            "'[1,null]'",
            "x''",
            "x'61'",
            "TRUE",
            "FALSE",
            "CURRENT_DATE");
  }

  String parameter() {
    return dice.pick(":a", ":b", ":c", ":item.d");
  }

  private String arithmetic(Place place) {
    return "(" + value(place) + " "
        + dice.pick("+", "-", "*", "/", "%", "||", "||", "&", "|", "<<", ">>", "->", "->>") + " "
        + value(place) + ")";
  }

  private String caseOf(Place place) {
    boolean simple = dice.chance(30);
    StringBuilder text = new StringBuilder("CASE");
    if (simple) {
      text.append(' ').append(value(place));
    }
    for (int i = dice.below(2); i >= 0; i--) {
      text.append(" WHEN ")
          .append(simple ? value(place) : condition(place))
          .append(" THEN ")
          .append(value(place));
    }
    return text + dice.maybe(75, () -> " ELSE " + value(place)) + " END";
  }

  private String choice(Place place) {
    return switch (dice.below(5)) {
      case 0 -> "coalesce(" + value(place) + ", " + dice.list(2, () -> value(place)) + ")";
      case 1 -> "ifnull(" + value(place) + ", " + value(place) + ")";
      case 2 -> "nullif(" + value(place) + ", " + value(place) + ")";
      case 3 -> "iif(" + condition(place) + ", " + value(place) + ", " + value(place) + ")";
      default -> "iif(" + condition(place) + ", " + value(place) + ")";
    };
  }

  String condition(Place place) {
    if (place.depth() <= 0) {
      return comparison(place);
    }
    Place inner = place.deeper();
    return switch (dice.below(18)) {
      case 0, 1 -> "(" + condition(inner) + " AND " + condition(inner) + ")";
      case 2, 3 -> "(" + condition(inner) + " OR " + condition(inner) + ")";
      case 4 -> "NOT (" + condition(inner) + ")";
      case 5 ->
        "(" + condition(inner) + ") "
            + dice.pick(
                "IS TRUE",
                "IS NOT TRUE",
                "IS FALSE",
                "IS NOT FALSE",
                "IS NULL",
                "IS NOT NULL",
                "= 1",
                "<> 1",
                "IS 1");
      case 6, 7 -> value(inner) + dice.pick(" IS NULL", " NOTNULL", " IS NOT NULL", " ISNULL");
      case 8, 17 -> in(inner);
      case 9 -> dice.pick("EXISTS (", "NOT EXISTS (") + selects.any(inner) + ")";
      case 10 ->
        value(inner) + dice.pick("", " NOT") + " BETWEEN " + value(inner) + " AND " + value(inner);
      case 11 ->
        value(inner) + dice.pick("", " NOT") + dice.pick(" LIKE ", " GLOB ") + value(inner);
      case 12 -> rows(inner);
      case 13 -> value(inner);
      case 14 -> keyed(place);
      default -> comparison(inner);
    };
  }

  private String comparison(Place place) {
    return value(place) + " "
        + dice.pick(
            "=",
            "=",
            "=",
            "==",
            "<>",
            "<",
            "<=",
            ">",
            ">=",
            "IS",
            "IS NOT",
            "IS NOT DISTINCT FROM",
            "IS DISTINCT FROM")
        + " " + value(place);
  }

  private String in(Place place) {
    String not = dice.pick(" IN ", " NOT IN ");
    return switch (dice.below(8)) {
      case 0, 7 -> value(place) + not + "()";
      case 6 -> value(place) + not + selects.column();
      case 1 -> value(place) + not + "(" + selects.scalar(place) + ")";
      case 2 ->
        "(" + value(place) + ", " + value(place) + ")" + not + "(" + selects.columns(2, place)
            + ")";
      default -> value(place) + not + "(" + dice.list(3, () -> value(place)) + ")";
    };
  }

  private String rows(Place place) {
    String operator = dice.pick(" = ", " = ", " <> ", " < ", " >= ", " IS ", " IS NOT ");
    String left = "(" + value(place) + ", " + value(place) + ")";
    return left
        + operator
        + (dice.chance(20)
            ? "(" + selects.columns(2, place) + ")"
            : "(" + value(place) + ", " + value(place) + ")");
  }

  /** Fixes a key of one source, or almost: what is as good as an equality stands beside what only looks so. */
  String keyed(Place place) {
    List<Brought> tables =
        place.sources().stream().filter(source -> !source.keys().isEmpty()).toList();
    return tables.isEmpty() ? comparison(place.deeper()) : keyed(dice.pick(tables), place);
  }

  String keyed(Brought table, Place place) {
    List<String> key = dice.pick(table.keys());
    List<String> parts = new ArrayList<>();
    if (key.size() > 1 && dice.chance(20)) {
      List<String> left =
          key.stream().map(column -> table.name() + "." + column).toList();
      List<String> right = key.stream().map(column -> fixing(table, place)).toList();
      parts.add("(" + String.join(", ", left) + ") = (" + String.join(", ", right) + ")");
    } else {
      key.forEach(column -> parts.add(equal(table.name() + "." + column, fixing(table, place))));
    }
    table.predicates().forEach(predicate -> {
      if (dice.chance(70)) {
        parts.add(predicate.replace("%", table.name() + "."));
      }
    });
    return String.join(" AND ", parts);
  }

  private String fixing(Brought table, Place place) {
    List<Brought> others = place.sources().stream()
        .filter(source -> !source.equals(table) || dice.chance(10))
        .toList();
    if (!others.isEmpty() && dice.chance(40)) {
      Brought other = dice.pick(others);
      return other.name() + "." + dice.pick(other.columns());
    }
    return switch (dice.below(10)) {
      case 0, 1, 2, 3 -> dice.pick("'a'", "'a'", "'A'", "1", "'1'", "2", "0");
      case 4, 5, 6 -> parameter();
      case 7 -> value(place.deeper().deeper());
      default -> literal();
    };
  }

  private String equal(String column, String other) {
    return switch (dice.below(24)) {
      case 0 -> column + " IS " + other;
      case 1 -> column + " IN (" + other + ")";
      case 2 -> column + " = " + other + dice.pick(" COLLATE NOCASE", " COLLATE BINARY");
      case 3 -> column + dice.pick(" COLLATE NOCASE", " COLLATE RTRIM") + " = " + other;
      case 4 -> dice.pick("+", "-") + column + " = " + other;
      case 5 -> "CAST(" + column + " AS TEXT) = " + other;
      case 6 -> column + " LIKE " + other;
      case 7 -> column + " BETWEEN " + other + " AND " + other;
      case 8 -> column + " >= " + other;
      case 9, 10 -> "(" + column + ") == (" + other + ")";
      case 11, 12, 13 -> other + " = " + column;
      default -> column + " = " + other;
    };
  }
}
