package dev.litmus.processor.declaration;

import java.util.List;

/**
 * A class that rows can become.
 *
 * @param type the class
 * @param constructors the parameters of each constructor that the implementation can call, in the order of the source
 */
public record ClassDeclaration(
    JavaType.Declared type, List<List<ComponentDeclaration>> constructors) {

  public ClassDeclaration {
    constructors = constructors.stream().map(List::copyOf).toList();
  }
}
