package dev.litmus.testing;

/** How the tests of a class are kept apart. */
public enum Isolation {
  /** Each test has new databases. */
  FRESH,
  /**
   * The tests of a class share their databases, and all that a test does, its {@code @BeforeEach} methods included, is
   * inside one transaction of each, which is rolled back. Transactions of the code under test are savepoints then. Not for code
   * that uses several threads, or {@link dev.litmus.runtime.SqliteDatabase#afterCommit}: nothing is committed, and other threads
   * wait for the writer in vain.
   */
  ROLLED_BACK
}
