/** Databases for JUnit tests. */
module dev.litmus.testing {
  requires transitive dev.litmus.runtime;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports dev.litmus.testing;

  uses dev.litmus.runtime.RepositoryFactory;
}
