package dev.litmus.processor.declaration;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the module that a repository is in. */
final class ModuleReader {

  private static final String FACTORY = "dev.litmus.runtime.RepositoryFactory";
  private static final String FUNCTIONS = "dev.litmus.runtime.function.SqlFunctions";

  private ModuleReader() {}

  /** Returns the name of its module; empty for code on the class path. */
  static Optional<String> nameOf(Elements elements, TypeElement repository) {
    @Nullable ModuleElement module = elements.getModuleOf(repository);
    return module == null || module.isUnnamed()
        ? Optional.empty()
        : Optional.of(module.getQualifiedName().toString());
  }

  /** Returns the qualified names of the factories that a module provides, in the order of its declaration. */
  static List<String> factories(Elements elements, String module) {
    return provided(elements, module, FACTORY);
  }

  /** Returns the qualified names of what a module provides to bring its functions to SQLite. */
  static List<String> registrations(Elements elements, String module) {
    return provided(elements, module, FUNCTIONS);
  }

  private static List<String> provided(Elements elements, String module, String service) {
    return ElementFilter.providesIn(elements.getModuleElement(module).getDirectives()).stream()
        .filter(provides -> provides.getService().getQualifiedName().contentEquals(service))
        .flatMap(provides -> provides.getImplementations().stream())
        .map(factory -> factory.getQualifiedName().toString())
        .toList();
  }
}
