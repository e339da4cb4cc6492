package dev.litmus.processor.model;

import dev.litmus.processor.declaration.Nullness;
import dev.litmus.processor.declaration.ParameterType;
import java.util.List;

/**
 * What one position of a statement holds.
 *
 * @param path the method parameter's name, then names of record components
 * @param type the type at the end of the path
 * @param nullness whether it has room for null; of a collection, whether an element has
 */
public record Binding(List<String> path, ParameterType type, Nullness nullness) {

  public Binding {
    path = List.copyOf(path);
  }

  /** Tells whether the position holds a collection, all of it. */
  public boolean isCollection() {
    return type instanceof ParameterType.Values;
  }
}
