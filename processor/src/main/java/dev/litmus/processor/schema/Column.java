package dev.litmus.processor.schema;

/**
 * A column of a table, view or virtual table.
 *
 * @param name its name as declared
 * @param declaredType its type as declared; empty when none is
 * @param hidden whether no star shows it, like the arguments of a table-valued function
 */
public record Column(String name, String declaredType, boolean hidden) {

  public Column(String name, String declaredType) {
    this(name, declaredType, false);
  }

  public Affinity affinity() {
    return Affinity.of(declaredType);
  }
}
