package dev.litmus.processor.inference;

import java.util.List;

/** Calls of functions: of a row, of a group, and of a window. */
final class RandomCalls {

  /** Arguments are behind the name: values, or what is written there. */
  private static final List<String> SCALAR = List.of(
      "abs(?)",
      "length(?)",
      "lower(?)",
      "upper(?)",
      "typeof(?)",
      "hex(?)",
      "quote(?)",
      "unicode(?)",
      "sign(?)",
      "round(?)",
      "round(?, ?)",
      "trim(?)",
      "trim(?, ?)",
      "ltrim(?)",
      "rtrim(?, ?)",
      "substr(?, ?)",
      "substr(?, ?, ?)",
      "replace(?, ?, ?)",
      "instr(?, ?)",
      "max(?, ?)",
      "min(?, ?, ?)",
      "printf(?, ?)",
      "format('%d-%s', ?, ?)",
      "char(?, ?)",
      "likely(?)",
      "unlikely(?)",
      "zeroblob(1)",
      "glob(?, ?)",
      "like(?, ?)",
      "concat(?, ?)",
      "concat_ws(?, ?, ?)",
      "octet_length(?)",
      "unhex(?)",
      "date(?)",
      "date(?, '+1 day')",
      "time(?)",
      "datetime(?)",
      "julianday(?)",
      "unixepoch(?)",
      "strftime('%Y', ?)",
      "strftime(?, ?)",
      "timediff(?, ?)",
      "date()",
      "json(?)",
      "json_extract(?, '$.a')",
      "json_extract(?, '$', '$.a')",
      "json_array(?, ?)",
      "json_object('a', ?)",
      "json_type(?)",
      "json_type(?, '$.a')",
      "json_valid(?)",
      "json_quote(?)",
      "json_array_length(?)",
      "json_set('{}', '$.a', ?)",
      "json_remove(?, '$.a')",
      "json_patch('{}', ?)",
      "json_error_position(?)",
      "sqrt(?)",
      "floor(?)",
      "ceil(?)",
      "ln(?)",
      "mod(?, ?)",
      "trunc(?)",
      "subtype(?)",
      "substring(?, ?)",
      "like(?, ?, 'x')",
      "json_insert(?, '$.a', 1)",
      "jsonb(?)",
      "jsonb_extract(?, '$.a')");

  private static final List<String> AGGREGATES = List.of(
      "count(*)",
      "count(?)",
      "count(DISTINCT ?)",
      "sum(?)",
      "total(?)",
      "avg(?)",
      "max(?)",
      "min(?)",
      "group_concat(?)",
      "group_concat(?, ?)",
      "group_concat(DISTINCT ?)",
      "sum(DISTINCT ?)",
      "string_agg(?, ',')",
      "json_group_array(?)",
      "json_group_object('a', ?)",
      "max(?)",
      "sum(?)",
      "group_concat(?, ? ORDER BY ?)",
      "json_group_array(? ORDER BY ?)");

  private static final List<String> WINDOW = List.of(
      "row_number()",
      "rank()",
      "dense_rank()",
      "percent_rank()",
      "cume_dist()",
      "ntile(2)",
      "lag(?)",
      "lag(?, 1)",
      "lag(?, 1, ?)",
      "lead(?)",
      "lead(?, 2, ?)",
      "first_value(?)",
      "last_value(?)",
      "nth_value(?, 2)");

  private final Dice dice;
  private final RandomExpressions expressions;

  RandomCalls(Dice dice, RandomExpressions expressions) {
    this.dice = dice;
    this.expressions = expressions;
  }

  String scalar(Place place) {
    return filled(dice.pick(SCALAR), place);
  }

  String aggregate(Place place) {
    String filter = dice.maybe(15, () -> " FILTER (WHERE " + expressions.condition(place) + ")");
    return filled(dice.pick(AGGREGATES), place) + filter;
  }

  String over(Place place) {
    String call = dice.chance(50)
        ? aggregate(place.allowing(place.aggregates(), false)).replace("DISTINCT ", "")
        : filled(dice.pick(WINDOW), place);
    String over = !place.windows().isEmpty() && dice.chance(60)
        ? dice.pick(place.windows())
        : "(" + window(place) + ")";
    return call + " OVER " + over;
  }

  /** Returns what stands between the parentheses of a window. */
  String window(Place place) {
    String partition = dice.maybe(40, () -> "PARTITION BY " + expressions.value(place) + " ");
    String order = dice.maybe(
        70, () -> "ORDER BY " + expressions.value(place) + dice.pick(" ", " DESC ", " "));
    return partition + order + dice.maybe(50, () -> frame(!order.isEmpty()));
  }

  private String frame(boolean ordered) {
    String unit = ordered ? dice.pick("ROWS ", "GROUPS ", "RANGE ") : "ROWS ";
    int start = dice.below(4);
    int end = Math.max(start == 3 ? 3 : start == 2 ? 2 : 1, 1 + dice.below(4));
    String bounds = dice.chance(20)
        ? bound(Math.min(start, 2))
        : "BETWEEN " + bound(start) + " AND " + bound(end);
    return unit
        + bounds
        + dice.pick(
            "",
            "",
            "",
            " EXCLUDE CURRENT ROW",
            " EXCLUDE GROUP",
            " EXCLUDE TIES",
            " EXCLUDE NO OTHERS");
  }

  private String bound(int kind) {
    return switch (kind) {
      case 0 -> "UNBOUNDED PRECEDING";
      case 1 -> dice.below(3) + " PRECEDING";
      case 2 -> "CURRENT ROW";
      case 3 -> dice.below(3) + " FOLLOWING";
      default -> "UNBOUNDED FOLLOWING";
    };
  }

  private String filled(String call, Place place) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < call.length(); i++) {
      text.append(
          call.charAt(i) == '?' ? expressions.value(place) : String.valueOf(call.charAt(i)));
    }
    return text.toString();
  }
}
