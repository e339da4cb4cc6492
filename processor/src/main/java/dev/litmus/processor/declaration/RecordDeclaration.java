package dev.litmus.processor.declaration;

import java.util.List;
import java.util.Optional;

/**
 * A record that repositories pass or return.
 *
 * @param type the record
 * @param components in the order of the canonical constructor
 */
public record RecordDeclaration(JavaType.Declared type, List<Component> components) {

  public RecordDeclaration {
    components = List.copyOf(components);
  }

  public Optional<Component> component(String name) {
    return components.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** One component: its name, which is also its accessor's, and its type. */
  public record Component(String name, JavaType type) {}
}
