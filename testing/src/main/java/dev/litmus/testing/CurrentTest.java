package dev.litmus.testing;

import dev.litmus.runtime.Databases;
import dev.litmus.runtime.JointTransaction;
import dev.litmus.runtime.Transactions;
import org.jspecify.annotations.Nullable;

/** What one test has, from before its {@code @BeforeEach} methods until after its {@code @AfterEach} methods. */
final class CurrentTest {

  private final TestSetup setup;
  private final TestDatabases databases;
  private final @Nullable JointTransaction transaction;

  private CurrentTest(
      TestSetup setup, TestDatabases databases, @Nullable JointTransaction transaction) {
    this.setup = setup;
    this.databases = databases;
    this.transaction = transaction;
  }

  static CurrentTest fresh(TestSetup setup) {
    return new CurrentTest(setup, setup.open(), null);
  }

  static CurrentTest rolledBack(TestSetup setup, TestDatabases shared) {
    Databases all = shared.databases();
    JointTransaction transaction =
        Transactions.begin(all.schemas().stream().map(all::get).toList());
    shared.faults().clear();
    return new CurrentTest(setup, shared, transaction);
  }

  TestSetup setup() {
    return setup;
  }

  TestDatabases databases() {
    return databases;
  }

  void close() {
    if (transaction == null) {
      databases.close();
    } else {
      databases.faults().clear();
      transaction.close();
    }
  }
}
