package dev.litmus.processor.model;

import dev.litmus.processor.declaration.JavaType;
import java.util.List;

/**
 * Annotations of others that generated classes get on request, so that a container finds and makes them.
 *
 * @param onClass for each class
 * @param onConstructor for its constructor
 */
public record AddedAnnotations(
    List<JavaType.Declared> onClass, List<JavaType.Declared> onConstructor) {

  /** Nobody asked. */
  public static final AddedAnnotations NONE = new AddedAnnotations(List.of(), List.of());

  public AddedAnnotations {
    onClass = List.copyOf(onClass);
    onConstructor = List.copyOf(onConstructor);
  }
}
