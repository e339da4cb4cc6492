package dev.litmus.processor.schema;

import dev.litmus.processor.sql.tree.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What tells the rows of a table apart.
 *
 * @param rowid what the number of a row is called: the INTEGER PRIMARY KEY, or {@code rowid}; empty without such a number
 * @param unique the unique keys over all rows, that of the number first; none over some rows, none over expressions
 * @param partial the unique keys over the rows that a predicate is true of
 * @param notNull the columns that are never NULL
 * @param collations the collation by which each column is compared
 */
public record TableKeys(
    Optional<String> rowid,
    List<UniqueKey> unique,
    List<PartialKey> partial,
    Set<String> notNull,
    Map<String, String> collations) {

  /** Of a table that nothing is known of. */
  public static final TableKeys NONE =
      new TableKeys(Optional.empty(), List.of(), List.of(), Set.of(), Map.of());

  /** Of what has one row at most: no column is needed to tell it from others. */
  public static final TableKeys ONE_ROW = new TableKeys(
      Optional.empty(), List.of(new UniqueKey(List.of())), List.of(), Set.of(), Map.of());

  /**
   * A unique key of some rows.
   *
   * @param predicate what is true of them, as the index says it
   * @see <a href="https://sqlite.org/partialindex.html">Partial indexes</a>
   */
  public record PartialKey(UniqueKey key, Expression predicate) {}

  public static final String BINARY = "BINARY";

  public TableKeys {
    unique = List.copyOf(unique);
    partial = List.copyOf(partial);
    notNull = names(notNull);
    collations = collated(collations);
  }

  private static Set<String> names(Set<String> names) {
    Set<String> anyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.addAll(names);
    return anyCase;
  }

  private static Map<String, String> collated(Map<String, String> collations) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(collations);
    return anyCase;
  }

  public boolean isNeverNull(String column) {
    return notNull.contains(column);
  }

  /** Returns the collation by which a column is compared when nothing else is said; empty for what is no column. */
  public Optional<String> collation(String column) {
    return Optional.ofNullable(collations.get(column));
  }
}
