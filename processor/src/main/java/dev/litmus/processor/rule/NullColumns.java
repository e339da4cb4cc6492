package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.model.Row;
import dev.litmus.processor.rewrite.ColumnMarkers;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.From;
import dev.litmus.processor.sql.tree.Join;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.value.NullReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which columns of a result can be NULL, by themselves or all of an object's at once. */
final class NullColumns {

  private final QueryFacts facts;
  private final Map<String, ColumnMarkers.Marker> markers = new HashMap<>();
  private final ParsedQuery query;

  NullColumns(ParsedQuery query, QueryFacts facts) {
    this.query = query;
    this.facts = facts;
    ColumnMarkers.of(query).forEach(marker -> markers.put(marker.name(), marker));
  }

  ResultColumn column(int number) {
    return facts.columns().get(number - 1);
  }

  /** Returns why a column can be NULL: its mark is believed, and what is inferred otherwise. */
  Optional<NullReason> reason(ResultColumn column) {
    ColumnMarkers.Marker marker = markers.get(column.name());
    if (marker == null) {
      return column.value().nullReason();
    }
    return marker.nullable()
        ? Optional.of(NullReason.of("its name says so, with a question mark", marker.span()))
        : Optional.empty();
  }

  /** Tells whether a row can have no object: all of its columns are NULL then. */
  boolean mayBeAbsent(Row.ObjectRow object) {
    return object.columns().allMatch(number -> reason(column(number)).isPresent());
  }

  /**
   * Tells whether a column is NULL only in rows that lack an object: an outer join is why it is, and all columns of the
   * object come from what that join may not have found.
   */
  boolean isNullOnlyWith(Row.ObjectRow object, ResultColumn column) {
    Optional<Span> relation = column.relation();
    Optional<Span> cause = column.value().nullReason().flatMap(NullReason::at);
    return relation.isPresent()
        && cause.isPresent()
        && joinsOf(relation.get()).contains(cause.get())
        && object.columns().allMatch(number -> column(number).relation().equals(relation));
  }

  /** In several arms, each may have a cause of its own. */
  private List<Span> joinsOf(Span relation) {
    boolean isCompound = query
        .tree()
        .filter(tree -> tree instanceof Query several && !several.others().isEmpty())
        .isPresent();
    return isCompound
        ? List.of()
        : query
            .all(From.class)
            .filter(from -> pieces(from).contains(relation))
            .flatMap(from -> from.joins().stream())
            .map(Join::span)
            .toList();
  }

  private static Set<Span> pieces(From from) {
    Set<Span> pieces = new HashSet<>();
    for (Source source : from.sources()) {
      if (source instanceof Source.Group group) {
        pieces.addAll(pieces(group.from()));
      } else {
        pieces.add(Relation.pieceOf(source));
      }
    }
    return pieces;
  }
}
