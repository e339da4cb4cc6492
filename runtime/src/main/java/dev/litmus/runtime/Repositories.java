package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.error.RepositoryNotFoundException;
import dev.litmus.runtime.internal.migration.MigrationChain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The generated repositories that a class loader sees, and the schemas that they were compiled against. */
final class Repositories {

  private final Map<Class<?>, RepositoryFactory<?>> byInterface = new LinkedHashMap<>();
  private final Map<String, List<RepositoryFactory<?>>> bySchema = new TreeMap<>();

  Repositories(Iterable<? extends RepositoryFactory<?>> factories) {
    for (RepositoryFactory<?> factory : factories) {
      byInterface.putIfAbsent(factory.repository(), factory);
      bySchema.computeIfAbsent(factory.schema(), schema -> new ArrayList<>()).add(factory);
    }
  }

  /**
   * Finds those that the thread's context class loader sees.
   *
   * @param place what an error message names: what was to be opened
   */
  static Repositories find(String place) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context != null ? context : Repositories.class.getClassLoader();
    List<RepositoryFactory<?>> factories = new ArrayList<>();
    try {
      for (RepositoryFactory<?> factory : ServiceLoader.load(RepositoryFactory.class, loader)) {
        factories.add(factory);
      }
    } catch (ServiceConfigurationError e) {
      throw new DatabaseOpenException(
          place,
          "a registered repository cannot be loaded: " + e.getMessage(),
          "Build the project from clean",
          e);
    }
    return new Repositories(factories);
  }

  /** In the order of their names. */
  Set<String> schemas() {
    return bySchema.keySet();
  }

  /** The migrations of one schema; refuses one that no repository was compiled against. */
  MigrationChain chain(String schema) {
    List<RepositoryFactory<?>> factories = bySchema.get(schema);
    if (factories == null) {
      throw new DatabaseOpenException(
          schema,
          "no repository was compiled against this schema; there are " + bySchema.keySet(),
          "Call it by the name of its folder of migrations",
          null);
    }
    return EmbeddedMigrations.read(schema, factories);
  }

  /** The factory of an interface; refuses one that the build has not generated. */
  RepositoryFactory<?> of(Class<?> repository, String place) {
    RepositoryFactory<?> factory = byInterface.get(repository);
    if (factory == null) {
      throw new RepositoryNotFoundException(place, repository);
    }
    return factory;
  }
}
