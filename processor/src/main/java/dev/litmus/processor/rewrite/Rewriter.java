package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes SQL that can be prepared of a query as written. Names of parameters become positions; a name that stands twice is
 * one position with a number, {@code ?1} in all places, because SQLite compares expressions by their text: an ORDER BY
 * that repeats a result expression would no longer match it. Positions that are written as such stay, and so do the names
 * beside them, which would take their numbers.
 *
 * <p>A collection is one position as well, bound to a JSON array: {@code IN (:ids)} becomes
 * {@code IN (SELECT +value FROM json_each(?))}, one statement for every size. The plus takes the column {@code value} its
 * affinity, so that, as with a list, that of the left side alone counts.
 *
 * <p>Pages are made by {@link Pages}, and by nothing else.
 *
 * @see <a href="https://sqlite.org/datatype3.html#type_conversions_prior_to_comparison">Affinity in comparisons</a>
 */
public final class Rewriter {

  private final Set<List<String>> collections;

  private Rewriter(Set<List<String>> collections) {
    this.collections = Set.copyOf(collections);
  }

  /** Returns what rewrites a query some of whose parameters are collections, given by their paths. */
  public static Rewriter of(Set<List<String>> collections) {
    return new Rewriter(collections);
  }

  public RewrittenSql rewrite(ParsedQuery query) {
    return rewrite(query, List.of());
  }

  /** Rewrites with further edits, to ask SQLite what it thinks of them. */
  public RewrittenSql rewrite(ParsedQuery query, Collection<Edit> others) {
    List<Edit> edits = new ArrayList<>(edits(query, false));
    edits.addAll(others);
    return Edits.apply(query, edits, bindings(query));
  }

  /** Returns what the positions hold: each name once, where it stands first. */
  static List<Slot> bindings(ParsedQuery query) {
    return paths(query).stream().distinct().<Slot>map(Slot.Value::new).toList();
  }

  private static List<List<String>> paths(ParsedQuery query) {
    return renamed(query).map(Parameter::path).toList();
  }

  /** SQLite would stop at the dot of a path, so that is always a position. */
  private static Stream<Parameter> renamed(ParsedQuery query) {
    boolean positions = query.parameters().stream().anyMatch(Parameter::isPositional);
    return query.parameters().stream().filter(p -> p.path().size() > (positions ? 1 : 0));
  }

  /**
   * Returns the edits that any query needs.
   *
   * @param numbered whether every position gets its number, so that expressions can be repeated elsewhere
   */
  List<Edit> edits(ParsedQuery query, boolean numbered) {
    List<List<String>> paths = paths(query);
    List<List<String>> distinct = paths.stream().distinct().toList();
    InCollections places = new InCollections(query);
    List<Edit> edits = new ArrayList<>();
    renamed(query).forEach(parameter -> {
      boolean once = Collections.frequency(paths, parameter.path()) == 1;
      String number = Integer.toString(distinct.indexOf(parameter.path()) + 1);
      edits.add(edit(places, parameter, once && !numbered ? "?" : "?" + number));
    });
    ColumnMarkers.of(query).forEach(marker -> edits.add(marker.edit()));
    return edits;
  }

  /** A collection elsewhere than in an IN is refused by a rule; SQLite is asked as if it were one value. */
  private Edit edit(InCollections places, Parameter parameter, String position) {
    if (!collections.contains(parameter.path())) {
      return new Edit(parameter.span(), position);
    }
    String elements = "(SELECT +value FROM json_each(" + position + "))";
    return places.lacksParentheses(parameter)
        ? new Edit(parameter.span(), elements)
        : places
            .placeOf(parameter)
            .map(in -> new Edit(in.set().span(), elements))
            .orElse(new Edit(parameter.span(), position));
  }
}
