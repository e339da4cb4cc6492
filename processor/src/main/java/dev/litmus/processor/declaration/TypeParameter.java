package dev.litmus.processor.declaration;

import java.util.List;

/**
 * A type parameter of a method.
 *
 * @param name its name
 * @param bounds what it extends
 */
public record TypeParameter(String name, List<JavaType> bounds) {

  public TypeParameter {
    bounds = List.copyOf(bounds);
  }
}
