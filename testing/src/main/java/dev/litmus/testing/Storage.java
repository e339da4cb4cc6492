package dev.litmus.testing;

/** Where the databases of a test are. */
public enum Storage {
  /** In memory: the fastest, on one connection each, so that nothing in them ever runs at the same time. */
  MEMORY,
  /** In files of a directory of their own, which is deleted after the test: with readers beside the writer, as in the application. */
  FILES
}
