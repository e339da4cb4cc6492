package dev.litmus.processor.schema;

/**
 * A column of a table, view or virtual table.
 *
 * @param name its name as declared
 * @param declaredType its type as declared; empty when none is
 */
public record Column(String name, String declaredType) {

  public Affinity affinity() {
    return Affinity.of(declaredType);
  }
}
