package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParameterReference;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Replaces spans of a query as written, and nothing else: names of parameters become positions. A name that stands twice
 * is one position with a number, {@code ?1} in all places, because SQLite compares expressions by their text: an ORDER BY
 * that repeats a result expression would no longer match it.
 *
 * <p>A collection is one position as well, bound to a JSON array: {@code IN (:ids)} becomes
 * {@code IN (SELECT +value FROM json_each(?))}, one statement for every size. The plus takes the column {@code value} its
 * affinity, so that, as with a list, that of the left side alone counts.
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

  /** Rewrites with NULL in the place of the given spans, so that what else is wrong can be found. */
  public RewrittenSql rewrite(ParsedQuery query, Collection<Span> nulls) {
    List<List<String>> bindings = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    List<List<String>> paths =
        query.parameters().stream().map(ParameterReference::path).toList();
    for (ParameterReference parameter : query.parameters()) {
      List<String> path = parameter.path();
      if (!bindings.contains(path)) {
        bindings.add(path);
      }
      boolean once = Collections.frequency(paths, path) == 1;
      String position = once ? "?" : "?" + (bindings.indexOf(path) + 1);
      edits.add(edit(query, parameter, position));
    }
    for (Span span : nulls) {
      edits.add(new Edit(span, "NULL"));
    }
    return new RewrittenSql(apply(query, edits), bindings);
  }

  /** A collection elsewhere than in an IN is refused by a rule; SQLite is asked as if it were one value. */
  private Edit edit(ParsedQuery query, ParameterReference parameter, String position) {
    if (!collections.contains(parameter.path())) {
      return new Edit(parameter.span(), position);
    }
    InCollections places = new InCollections(query);
    String elements = "(SELECT +value FROM json_each(" + position + "))";
    return places.lacksParentheses(parameter)
        ? new Edit(parameter.span(), elements)
        : places
            .placeOf(parameter)
            .map(place -> new Edit(place.list(), elements))
            .orElse(new Edit(parameter.span(), position));
  }

  /** The statement alone: without what follows its semicolon, which the driver would not look at either. */
  private static String apply(ParsedQuery query, List<Edit> edits) {
    Span statement = query.statements().get(0);
    StringBuilder text = new StringBuilder();
    int at = statement.start();
    edits.sort(Comparator.comparingInt(edit -> edit.span().start()));
    for (Edit edit : edits) {
      text.append(query.text(), at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return text.append(query.text(), at, statement.end()).toString();
  }

  private record Edit(Span span, String replacement) {}
}
