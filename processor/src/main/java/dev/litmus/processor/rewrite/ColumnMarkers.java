package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.Alias;
import dev.litmus.processor.sql.tree.Identifier;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;
import java.util.Optional;

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

  /** Returns the marked names of the results. */
  public static List<Marker> of(ParsedQuery query) {
    return values(query).stream()
        .flatMap(value -> value.alias().stream())
        .map(alias -> marker(query, alias.name()))
        .toList();
  }

  /** Returns the results that have a marked name. */
  static List<ResultTerm.Value> values(ParsedQuery query) {
    return query.results().stream()
        .filter(ResultTerm.Value.class::isInstance)
        .map(ResultTerm.Value.class::cast)
        .filter(value ->
            value.alias().map(Alias::name).filter(ColumnMarkers::isMarked).isPresent())
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

  static Marker marker(ParsedQuery query, Identifier name) {
    String written = query.textOf(name.span());
    int mark = written.length() - 2;
    return new Marker(
        name.span(),
        name.name().substring(0, name.name().length() - 1),
        written.charAt(mark) == '?',
        written.substring(0, mark) + written.substring(mark + 1));
  }
}
