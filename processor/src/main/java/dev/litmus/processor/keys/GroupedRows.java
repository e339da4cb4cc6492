package dev.litmus.processor.keys;

import dev.litmus.processor.keys.JoinedTables.Operand;
import dev.litmus.processor.keys.JoinedTables.OtherKeys;
import dev.litmus.processor.keys.JoinedTables.Place;
import dev.litmus.processor.schema.Schema;
import dev.litmus.processor.scope.Names;
import dev.litmus.processor.scope.Relation;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.SelectCore.Select;
import dev.litmus.processor.sql.tree.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which columns have one value in all rows of a group: those that group, those equal to them, and those of tables that they fix. */
public final class GroupedRows {

  private final JoinedTables joined;
  private final Set<Place> grouping;
  private final Set<Integer> fixed;

  private GroupedRows(JoinedTables joined, Set<Place> grouping) {
    this.joined = joined;
    this.grouping = grouping;
    this.fixed = TotalOrder.of(joined, grouping).known();
  }

  /**
   * Looks at the groups of a SELECT; empty when rows are taken from anything but tables side by side.
   *
   * @param columns the columns that it groups by; none when all rows are one group
   */
  public static Optional<GroupedRows> of(
      Schema schema, Names names, Select select, List<Expression> columns) {
    return select
        .from()
        .flatMap(from -> JoinedTables.of(schema, names, from, select.where(), OtherKeys.UNKNOWN))
        .map(joined -> new GroupedRows(joined, closure(joined, columns)));
  }

  private static Set<Place> closure(JoinedTables joined, List<Expression> columns) {
    Set<Place> places = new LinkedHashSet<>();
    columns.forEach(column -> joined.place(column).ifPresent(places::add));
    List<Place> todo = new ArrayList<>(places);
    for (int i = 0; i < todo.size(); i++) {
      Place place = todo.get(i);
      joined.everywhere().stream()
          .flatMap(equality -> equality.against(place).flatMap(Operand::place).stream())
          .filter(places::add)
          .forEach(todo::add);
    }
    return places;
  }

  /** Tells whether a column has one value in a group; also of what is no column of these tables. */
  public boolean isOneValue(Expression column) {
    return joined.place(column).filter(place -> !isOneValue(place)).isEmpty();
  }

  private boolean isOneValue(Place place) {
    return fixed.contains(place.table())
        || grouping.contains(place)
        || equalities(place).anyMatch(other -> other.place().isEmpty());
  }

  private Stream<Operand> equalities(Place place) {
    return joined.everywhere().stream()
        .map(equality -> equality.against(place))
        .flatMap(Optional::stream);
  }

  /** Returns the first of some tables, or of all, that has other columns besides those that are one value in a group. */
  public Optional<Relation> firstOfMany(Set<Span> relations) {
    for (int i = 0; i < joined.tables().size(); i++) {
      int table = i;
      Relation relation = joined.tables().get(i).relation();
      if (relation.at().filter(relations::contains).isPresent()
          && relation.columnNames().stream()
              .anyMatch(column -> !isOneValue(new Place(table, column)))) {
        return Optional.of(relation);
      }
    }
    return Optional.empty();
  }
}
