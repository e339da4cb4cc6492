package dev.litmus.testing;

import dev.litmus.runtime.Databases;
import dev.litmus.runtime.RepositoryFactory;
import dev.litmus.runtime.SqliteDatabase;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Which parameters a test can have, and what they are. */
final class Parameters {

  private static final Set<Class<?>> OWN = Set.of(
      Databases.class, SqliteDatabase.class, Faults.class, FaultSweep.class, TestDatabases.class);

  private @Nullable Set<Class<?>> repositories;

  boolean isKnown(Class<?> type) {
    return OWN.contains(type) || repositories().contains(type);
  }

  private synchronized Set<Class<?>> repositories() {
    if (repositories == null) {
      Set<Class<?>> found = new HashSet<>();
      for (RepositoryFactory<?> factory : ServiceLoader.load(RepositoryFactory.class)) {
        found.add(factory.repository());
      }
      repositories = Set.copyOf(found);
    }
    return repositories;
  }

  /**
   * Returns what a parameter is.
   *
   * @param test the running one; null outside of any, in constructors and {@code @BeforeAll} methods
   */
  Object resolve(ParameterContext parameter, @Nullable CurrentTest test) {
    Class<?> type = parameter.getParameter().getType();
    if (test == null) {
      throw new ParameterResolutionException(
          "`"
              + type.getSimpleName()
              + "` belongs to one test: take it as a parameter of the test, or of a @BeforeEach method");
    }
    TestDatabases databases = test.databases();
    if (type == Databases.class) {
      return databases.databases();
    }
    if (type == SqliteDatabase.class) {
      return database(
          databases.databases(), parameter.findAnnotation(OfSchema.class).orElse(null));
    }
    if (type == Faults.class) {
      return databases.faults();
    }
    if (type == TestDatabases.class) {
      requireFresh(type, test);
      return databases;
    }
    if (type == FaultSweep.class) {
      requireFresh(type, test);
      return new FaultSweep(test.setup().storage(), test.setup()::open);
    }
    return databases.databases().repository(type);
  }

  private static void requireFresh(Class<?> type, CurrentTest test) {
    if (test.setup().isolation() != Isolation.FRESH) {
      throw new ParameterResolutionException("`"
          + type.getSimpleName()
          + "` opens databases while the test's transaction is open in others: it needs"
          + " Isolation.FRESH");
    }
  }

  private static SqliteDatabase database(Databases databases, @Nullable OfSchema named) {
    if (named != null) {
      return databases.get(named.value());
    }
    Set<String> schemas = databases.schemas();
    if (schemas.size() != 1) {
      throw new ParameterResolutionException(
          "there are databases of " + schemas + ": say which by @OfSchema");
    }
    return databases.get(schemas.iterator().next());
  }
}
