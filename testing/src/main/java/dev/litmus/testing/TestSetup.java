package dev.litmus.testing;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Databases;
import java.util.function.Consumer;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the tests of a class get.
 *
 * @param storage where the databases are
 * @param isolation how tests are kept apart
 * @param settings how they are opened
 * @param rows what is in them before a test
 */
record TestSetup(
    Storage storage,
    Isolation isolation,
    DatabaseSettings settings,
    Consumer<? super Databases> rows) {

  /** What the annotation of a class says, of its interfaces, its own annotations, or a class around it. */
  static TestSetup annotatedOn(Class<?> testClass) {
    for (Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
      LitmusTest annotation =
          AnnotationSupport.findAnnotation(each, LitmusTest.class).orElse(null);
      if (annotation != null) {
        return new TestSetup(
            annotation.storage(),
            annotation.isolation(),
            DatabaseSettings.DEFAULT,
            databases -> {});
      }
    }
    throw new IllegalStateException("register LitmusExtension by @LitmusTest, or build it and keep"
        + " it in a field with @RegisterExtension: `"
        + testClass.getName()
        + "` does neither");
  }

  /** Whether a nested class that asks for the other one can share the databases of the class around it. */
  boolean isLike(TestSetup other) {
    return storage == other.storage
        && isolation == other.isolation
        && settings.equals(other.settings);
  }

  TestDatabases open() {
    return open(storage);
  }

  TestDatabases open(Storage where) {
    return TestDatabases.open(where, settings, rows);
  }
}
