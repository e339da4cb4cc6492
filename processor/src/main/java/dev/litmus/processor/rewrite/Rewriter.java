package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Expression.Parameter;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Rewrites with further edits, to ask SQLite what it thinks of them; not of what is rewritten anyway. */
  public RewrittenSql rewrite(ParsedQuery query, Collection<Edit> others) {
    List<Edit> edits = new ArrayList<>(edits(query, false));
    Set<Span> own = edits.stream().map(Edit::span).collect(Collectors.toSet());
    others.stream().filter(other -> !own.contains(other.span())).forEach(edits::add);
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
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    paths(query).forEach(path -> counts.merge(path, 1, Integer::sum));
    Map<List<String>, Integer> numbers = new HashMap<>();
    counts.keySet().forEach(path -> numbers.put(path, numbers.size() + 1));
    MarkedNames names = new MarkedNames(query);
    boolean repeated = numbered || names.repeatExpressions();
    InCollections places = new InCollections(query);
    List<Edit> edits = new ArrayList<>();
    renamed(query).forEach(parameter -> {
      boolean once = counts.getOrDefault(parameter.path(), 0) == 1;
      String position = "?" + numbers.get(parameter.path());
      edits.add(edit(places, parameter, once && !repeated ? "?" : position));
    });
    edits.addAll(names.edits(edits));
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
