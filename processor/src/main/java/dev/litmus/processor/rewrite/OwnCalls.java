package dev.litmus.processor.rewrite;

import dev.litmus.processor.scope.Names;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Expression.Call;
import dev.litmus.processor.sql.tree.Expression.ColumnName;
import dev.litmus.processor.sql.tree.Expression.Literal;
import dev.litmus.processor.sql.tree.Node;
import dev.litmus.processor.sql.tree.Query;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The functions that a piece of a query calls itself, not in a subquery. */
final class OwnCalls {

  /** {@code min} and {@code max} are aggregates of one argument only. */
  private static final Set<String> AGGREGATES = Set.of(
      "avg",
      "count",
      "group_concat",
      "json_group_array",
      "json_group_object",
      "jsonb_group_array",
      "jsonb_group_object",
      "lower_quartile",
      "median",
      "mode",
      "percentile",
      "percentile_cont",
      "percentile_disc",
      "stdev",
      "string_agg",
      "sum",
      "total",
      "upper_quartile",
      "variance");

  private static final Set<String> CHANGING =
      Set.of("random", "randomblob", "changes", "total_changes", "last_insert_rowid");

  private static final Set<String> DATES =
      Set.of("date", "time", "datetime", "julianday", "unixepoch", "strftime", "timediff");

  private OwnCalls() {}

  /**
   * Tells whether a value depends on more rows than its own: an aggregate or a window function. An aggregate in a subquery
   * belongs to the query whose columns it is given, when they are all of that one.
   *
   * @param names what the names of the query mean
   */
  static boolean overlookOtherRows(Node node, Names names) {
    boolean own = own(node)
        .anyMatch(piece -> piece instanceof Call call
            && (call.over().isPresent() || call.filter().isPresent() || isAggregate(call)));
    return own
        || node.all()
            .anyMatch(piece ->
                piece instanceof Call call && isAggregate(call) && isOfOuterQuery(call, names));
  }

  private static boolean isOfOuterQuery(Call call, Names names) {
    List<ColumnName> given = call.arguments().stream()
        .flatMap(Node::all)
        .filter(ColumnName.class::isInstance)
        .map(ColumnName.class::cast)
        .toList();
    return !given.isEmpty() && given.stream().noneMatch(column -> isFromHere(column, names));
  }

  /** Whether a column is of the FROM that is nearest to it. */
  private static boolean isFromHere(ColumnName column, Names names) {
    return names.columns().stream()
        .filter(use -> use.name().equals(column))
        .anyMatch(
            use -> use.meaning().origins().stream().anyMatch(use.scope().relations()::contains));
  }

  private static boolean isAggregate(Call call) {
    String name = name(call);
    boolean extreme = name.equals("min") || name.equals("max");
    return AGGREGATES.contains(name) || (extreme && call.arguments().size() == 1);
  }

  /** Tells whether a value may be another one when the same row is read again: {@code random()}, {@code date('now')}. */
  static boolean differEachTime(Node node) {
    return node.all()
        .anyMatch(piece -> piece instanceof Call call
            ? CHANGING.contains(name(call)) || isNow(call)
            : piece instanceof Literal literal && literal.kind() == Literal.Kind.TIME);
  }

  /** A date function without a time, of which the format of strftime is none, means the time at which it is called. */
  private static boolean isNow(Call call) {
    return DATES.contains(name(call))
        && (call.arguments().size() < (name(call).equals("strftime") ? 2 : 1)
            || call.arguments().stream().anyMatch(OwnCalls::isNow));
  }

  private static boolean isNow(Expression argument) {
    return argument instanceof Literal literal
        && literal.text().matches("(?i)'(now|subsec|subsecond)'");
  }

  private static String name(Call call) {
    return call.function().name().toLowerCase(Locale.ROOT);
  }

  private static Stream<Node> own(Node node) {
    return node instanceof Query
        ? Stream.empty()
        : Stream.concat(Stream.of(node), node.children().stream().flatMap(OwnCalls::own));
  }
}
