package dev.litmus.testing;

import dev.litmus.runtime.DatabaseSettings;
import dev.litmus.runtime.Databases;
import java.util.function.Consumer;

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

  /** What the annotation of a class, or of one around it, says. */
  static TestSetup annotatedOn(Class<?> testClass) {
    for (Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
      LitmusTest annotation = each.getAnnotation(LitmusTest.class);
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

  TestDatabases open() {
    return open(storage);
  }

  TestDatabases open(Storage where) {
    return TestDatabases.open(where, settings, rows);
  }
}
