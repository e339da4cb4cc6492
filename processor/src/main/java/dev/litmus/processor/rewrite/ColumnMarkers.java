package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a developer knows better than the analysis, said in the name of a result: {@code AS "total!"} is never NULL, {@code
 * AS "total?"} may be. SQLite sees the name without its mark.
 */
public final class ColumnMarkers {

  private ColumnMarkers() {}

  /**
   * A name with a mark.
   *
   * @param span where it stands, quotes included
   * @param name without the mark
   * @param nullable whether the mark is a question mark
   */
  public record Marker(Span span, String name, boolean nullable, String quoted) {

    Edit edit() {
      return new Edit(span, quoted);
    }
  }

  /** Returns the marked names of the results, and every other place where one of them is named. */
  public static List<Marker> of(ParsedQuery query) {
    Set<String> marked = query.results().stream()
        .filter(ResultTerm.Value.class::isInstance)
        .flatMap(term -> ((ResultTerm.Value) term).alias().stream())
        .map(Alias::name)
        .filter(ColumnMarkers::isMarked)
        .map(Identifier::name)
        .collect(Collectors.toSet());
    return marked.isEmpty()
        ? List.of()
        : query
            .all(Identifier.class)
            .filter(name -> isMarked(name) && marked.contains(name.name()))
            .map(name -> marker(query, name))
            .toList();
  }

  /** Returns the mark of a result of this name; empty when it has none. */
  public static Optional<Marker> find(ParsedQuery query, String column) {
    return of(query).stream()
        .filter(marker -> marker.name().equalsIgnoreCase(column))
        .findFirst();
  }

  private static boolean isMarked(Identifier name) {
    return name.quote() != Identifier.Quote.NONE && name.name().matches("(?s).+[!?]");
  }

  private static Marker marker(ParsedQuery query, Identifier name) {
    String written = query.textOf(name.span());
    int mark = written.length() - 2;
    return new Marker(
        name.span(),
        name.name().substring(0, name.name().length() - 1),
        written.charAt(mark) == '?',
        written.substring(0, mark) + written.substring(mark + 1));
  }
}
