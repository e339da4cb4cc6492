package dev.litmus.processor.keys;

import dev.litmus.processor.keys.JoinedTables.Equality;
import dev.litmus.processor.keys.JoinedTables.Joined;
import dev.litmus.processor.keys.JoinedTables.Operand;
import dev.litmus.processor.keys.JoinedTables.Place;
import dev.litmus.processor.rewrite.Compared;
import dev.litmus.processor.schema.Affinity;
import dev.litmus.processor.schema.Column;
import dev.litmus.processor.schema.TableKeys;
import dev.litmus.processor.schema.UniqueKey;
import dev.litmus.processor.sql.SqlName;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The proof that an order tells all rows of a query apart. A row of the result is a row of each table, or none where a LEFT
 * JOIN found nothing. So two rows that are equal by the order are the same one when it, and what the conditions say, leave
 * only one row of each table: when all columns of a unique key are among what is ordered, fixed by a value, or equal to a
 * column of a table of which that is known already.
 *
 * <p>What is not proven may be right all the same; then nothing is said to be wrong, only unknown.
 */
public final class TotalOrder {

  private final JoinedTables joined;
  private final List<Ordered> order;
  private final Set<String> results;

  /** A column that the order compares, and how. */
  private record Ordered(Place place, String collation) {}

  private TotalOrder(JoinedTables joined, List<Ordered> order, Set<String> results) {
    this.joined = joined;
    this.order = order;
    this.results = results;
  }

  /** Returns the proof for no order at all: that there is at most one row. */
  public static TotalOrder none(JoinedTables joined) {
    return new TotalOrder(joined, List.of(), Set.of());
  }

  /**
   * Returns the proof for an order.
   *
   * @param results the names of results, in lower case, which alone mean these in ORDER BY
   */
  static TotalOrder of(JoinedTables joined, List<Compared> terms, Set<String> results) {
    List<Ordered> order = new ArrayList<>();
    for (Compared term : terms) {
      joined.place(term.expression()).ifPresent(place -> {
        String collation =
            term.collation().map(Identifier::name).orElseGet(() -> collationOf(joined, place));
        order.add(new Ordered(place, collation));
      });
    }
    return new TotalOrder(joined, order, results);
  }

  /** Returns the proof for columns that are compared by their own collations. */
  static TotalOrder of(JoinedTables joined, Collection<Place> columns) {
    return new TotalOrder(
        joined,
        columns.stream()
            .map(place -> new Ordered(place, collationOf(joined, place)))
            .toList(),
        Set.of());
  }

  /** Tells whether no two rows are equal by the order. */
  public boolean isProven() {
    return known().size() == joined.tables().size();
  }

  /** Returns the tables, by their numbers, of which rows that are equal by the order have the same row. */
  Set<Integer> known() {
    return known(Set.of());
  }

  /** Tells whether all of some columns have one value each in all rows. */
  public boolean areFixed(List<Expression> columns) {
    return columns.stream()
        .allMatch(column -> joined
            .place(column)
            .filter(place -> isFixed(
                place, new UniqueKey.Part(place.column(), collationOf(joined, place)), known()))
            .isPresent());
  }

  /** Returns, of each table that may have several rows, what would tell them apart, as sentences for a message. */
  public List<String> missing() {
    Set<Integer> known = known();
    return IntStream.range(0, joined.tables().size())
        .filter(table -> !known.contains(table))
        .mapToObj(table -> missingOf(table, known))
        .toList();
  }

  private String missingOf(int table, Set<Integer> known) {
    Joined one = joined.tables().get(table);
    String name = "`" + one.relation().description() + "`";
    List<String> keys = joined.keysOf(table).stream()
        .filter(key -> !isRenumbered(one, key.parts()))
        .map(key -> key.parts().stream()
            .filter(part -> !isOneValue(table, part, known))
            .map(part -> "`" + part.column() + "`")
            .collect(Collectors.joining(", ")))
        .distinct()
        .toList();
    return keys.isEmpty()
        ? name + " has no unique key"
        : name + " may have many rows: nothing fixes " + String.join(", nor ", keys);
  }

  /**
   * Returns the columns that make the order a total one when they are appended to it, as the query would write them; empty
   * when no key of a table can.
   */
  Optional<List<String>> cure() {
    List<Integer> unknown = IntStream.range(0, joined.tables().size())
        .filter(table -> !known().contains(table))
        .boxed()
        .toList();
    for (int table : unknown) {
      if (known(Set.of(table)).size() == joined.tables().size()) {
        return missing(table, Set.of());
      }
    }
    List<String> all = new ArrayList<>();
    Set<Integer> cured = new TreeSet<>();
    for (int table : unknown) {
      if (!known(cured).contains(table)) {
        Optional<List<String>> missing = missing(table, known(cured));
        if (missing.isEmpty()) {
          return Optional.empty();
        }
        all.addAll(missing.get());
        cured.add(table);
      }
    }
    return Optional.of(all);
  }

  /**
   * Returns the tables of which equal rows of the result have the same row.
   *
   * @param given those of which that is given
   */
  private Set<Integer> known(Set<Integer> given) {
    Set<Integer> known = new TreeSet<>(given);
    int before;
    do {
      before = known.size();
      for (int table = 0; table < joined.tables().size(); table++) {
        if (isOneRow(table, known)) {
          known.add(table);
        }
      }
    } while (known.size() > before);
    return known;
  }

  private boolean isOneRow(int table, Set<Integer> known) {
    return joined.keysOf(table).stream()
        .anyMatch(key -> key.parts().stream().allMatch(part -> isOneValue(table, part, known)));
  }

  private boolean isOneValue(int table, UniqueKey.Part part, Set<Integer> known) {
    Place place = new Place(table, part.column());
    return isOrdered(place, part) || isFixed(place, part, known);
  }

  /** A key has NULLs any number of times, and a LEFT JOIN puts NULL where nothing is: only a value is something else. */
  private boolean isOrdered(Place place, UniqueKey.Part part) {
    return joined.tables().get(place.table()).keys().isNeverNull(place.column())
        && order.stream()
            .anyMatch(
                term -> term.place().equals(place) && isAsFine(term.collation(), part.collation()));
  }

  /**
   * An equality is true of no NULL. That of a LEFT JOIN holds of the rows that match; whether any does, is the same for
   * the same rows left of it.
   */
  private boolean isFixed(Place place, UniqueKey.Part part, Set<Integer> known) {
    return Stream.concat(
            joined.everywhere().stream(), joined.tables().get(place.table()).own().stream())
        .anyMatch(equality -> fixes(equality, place, part, known));
  }

  private boolean fixes(Equality equality, Place place, UniqueKey.Part part, Set<Integer> known) {
    Optional<Operand> other = equality.against(place);
    if (other.isEmpty()) {
      return false;
    }
    if (other.get().place().isEmpty()) {
      return isAsFine(collationOf(joined, place), part.collation())
          && (!other.get().converting() || isNumeric(place));
    }
    Place given = other.get().place().get();
    Place left = equality.left().place().orElse(place);
    return known.contains(given.table())
        && given.table() != place.table()
        && isAsFine(collationOf(joined, left), part.collation())
        && staysAsStored(place, given);
  }

  /** Values that a collation tells apart, BINARY tells apart as well. Of any other two, nothing is known. */
  private static boolean isAsFine(String compared, String unique) {
    return compared.equalsIgnoreCase(TableKeys.BINARY) || compared.equalsIgnoreCase(unique);
  }

  /**
   * Tells whether a comparison takes the values of a column as they are: to a number, the different texts '5' and '05' would
   * be equal.
   *
   * @see <a href="https://sqlite.org/datatype3.html#type_conversions_prior_to_comparison">Affinity in comparisons</a>
   */
  private boolean staysAsStored(Place place, Place given) {
    Optional<Affinity> own = affinity(place);
    Optional<Affinity> other = affinity(given);
    if (own.isEmpty() || other.isEmpty()) {
      return false;
    }
    return switch (own.get()) {
      case INTEGER, REAL, NUMERIC -> true;
      case TEXT -> other.get() == Affinity.TEXT || other.get() == Affinity.BLOB;
      case BLOB -> other.get() == Affinity.BLOB;
    };
  }

  private boolean isNumeric(Place place) {
    return affinity(place)
        .filter(own -> own != Affinity.TEXT && own != Affinity.BLOB)
        .isPresent();
  }

  /** ANY is a number's affinity, and none at all in a STRICT table. */
  private Optional<Affinity> affinity(Place place) {
    Joined table = joined.tables().get(place.table());
    Optional<Column> column = table.column(place.column());
    if (table.table().isEmpty()) {
      return Optional.empty();
    }
    return column.isEmpty()
        ? Optional.of(Affinity.INTEGER)
        : column
            .filter(declared -> !declared.declaredType().equalsIgnoreCase("ANY"))
            .map(Column::affinity);
  }

  private static String collationOf(JoinedTables joined, Place place) {
    return joined.tables().get(place.table()).keys().collation(place.column()).orElse("");
  }

  private Optional<List<String>> missing(int table, Set<Integer> known) {
    Joined joinedTable = joined.tables().get(table);
    return joined.keysOf(table).stream()
        .map(key ->
            key.parts().stream().filter(part -> !isOneValue(table, part, known)).toList())
        .filter(parts -> parts.stream().allMatch(p -> joinedTable.keys().isNeverNull(p.column())))
        .min(Comparator.comparing((List<UniqueKey.Part> parts) -> isRenumbered(joinedTable, parts))
            .thenComparingInt(List::size))
        .map(parts -> parts.stream().map(part -> written(table, part)).toList());
  }

  /** VACUUM gives rows other numbers when no column has them. */
  private static boolean isRenumbered(Joined table, List<UniqueKey.Part> parts) {
    return parts.stream().anyMatch(part -> table.column(part.column()).isEmpty());
  }

  private String written(int table, UniqueKey.Part part) {
    String column = SqlName.of(part.column());
    String name =
        joined.tables().size() == 1 && !results.contains(part.column().toLowerCase(Locale.ROOT))
            ? column
            : SqlName.of(joined.tables().get(table).relation().name()) + "." + column;
    return isAsFine(collationOf(joined, new Place(table, part.column())), part.collation())
        ? name
        : name + " COLLATE " + part.collation();
  }
}
