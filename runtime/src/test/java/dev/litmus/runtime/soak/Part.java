package dev.litmus.runtime.soak;

import java.nio.file.Path;

/** One way to break a promise of the runtime, tried again and again. What goes wrong is counted, and not thrown. */
public interface Part {

  /** Returns what it is called in the table. */
  String name();

  /**
   * Tries it.
   *
   * @param rounds how often, at least once
   * @param seed what is done follows from it; when threads and processes have their turn does not
   * @param folder an empty one
   * @return what was counted
   * @throws Exception when it could not go on
   */
  Tally run(int rounds, long seed, Path folder) throws Exception;
}
