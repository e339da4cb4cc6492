package dev.litmus.processor.rule;

import dev.litmus.processor.analysis.QueryFacts;
import dev.litmus.processor.analysis.ResultColumn;
import dev.litmus.processor.model.Row;
import dev.litmus.processor.rewrite.ColumnMarkers;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.tree.CommonTable;
import dev.litmus.processor.sql.tree.Source;
import dev.litmus.processor.sql.tree.Span;
import dev.litmus.processor.value.NullReason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which columns of a result can be NULL, by themselves or all of an object's at once. */
final class NullColumns {

  private final QueryFacts facts;
  private final Map<String, ColumnMarkers.Marker> markers = new HashMap<>();
  private final Set<Span> tables;

  NullColumns(ParsedQuery query, QueryFacts facts) {
    this.facts = facts;
    ColumnMarkers.of(query).forEach(marker -> markers.put(marker.name(), marker));
    List<String> common =
        query.all(CommonTable.class).map(table -> table.name().name()).toList();
    this.tables = query
        .all(Source.Table.class)
        .filter(table -> common.stream().noneMatch(table.name().name()::is))
        .map(Source.Table::span)
        .collect(Collectors.toSet());
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
   * Tells whether a column is NULL only in rows that lack an object: they have no row of the table that all columns of the
   * object come from, and where there is one, this column is not null.
   */
  boolean isNullOnlyWith(Row.ObjectRow object, ResultColumn column) {
    return column.relation().filter(tables::contains).isPresent()
        && column.declared().filter(Column::notNull).isPresent()
        && object.columns().allMatch(number -> column(number).relation().equals(column.relation()));
  }
}
