package dev.litmus.processor.model;

import dev.litmus.processor.declaration.ScalarType;
import java.util.List;

/**
 * What one position of a statement holds.
 *
 * @param path the method parameter's name, then names of record components
 * @param type the type at the end of the path
 */
public record Binding(List<String> path, ScalarType type) {

  public Binding {
    path = List.copyOf(path);
  }
}
