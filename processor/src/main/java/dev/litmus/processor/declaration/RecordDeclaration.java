package dev.litmus.processor.declaration;

import java.util.List;
import java.util.Optional;

/**
 * A record that repositories pass or return.
 *
 * @param type the record
 * @param components in the order of the canonical constructor
 */
public record RecordDeclaration(JavaType.Declared type, List<ComponentDeclaration> components) {

  public RecordDeclaration {
    components = List.copyOf(components);
  }

  public Optional<ComponentDeclaration> component(String name) {
    return components.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
