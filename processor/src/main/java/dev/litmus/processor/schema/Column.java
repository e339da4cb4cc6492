package dev.litmus.processor.schema;

/**
 * A column of a table, view or virtual table.
 *
 * @param name its name as declared
 * @param declaredType its type as declared; empty when none is
 * @param hidden whether no star shows it, like the arguments of a table-valued function
 * @param notNull whether SQLite refuses NULL there: a key of a rowid table may hold it
 * @param hasDefault whether an INSERT may leave it out although it is not null
 * @param generated whether it is computed, so that nobody stores into it
 * @param numbersRows whether it is the number of a row: the INTEGER PRIMARY KEY of a rowid table
 * @see <a href="https://sqlite.org/lang_createtable.html#rowid">Rowids and the INTEGER PRIMARY KEY</a>
 */
public record Column(
    String name,
    String declaredType,
    boolean hidden,
    boolean notNull,
    boolean hasDefault,
    boolean generated,
    boolean numbersRows) {

  /** Returns a column that is visible, stored, and may be NULL. */
  public static Column of(String name, String declaredType) {
    return new Column(name, declaredType, false, false, false, false, false);
  }

  /** Returns the column by whose name the number of a row is known when no column is declared for it. */
  public static Column rowid(String name) {
    return new Column(name, "INTEGER", true, true, true, false, true);
  }

  public Affinity affinity() {
    return Affinity.of(declaredType);
  }
}
