package dev.litmus.runtime.fault;

import org.jspecify.annotations.Nullable;

/**
 * Says which statements fail. Asked before each run of a statement, and before {@code BEGIN}, {@code COMMIT} and the savepoints
 * of transactions, on the thread that runs it; not for {@code ROLLBACK}, nor while databases are opened and migrated. All
 * threads ask at the same time. A plan must not use the database.
 */
@FunctionalInterface
public interface FaultPlan {

  /**
   * Decides about a statement.
   *
   * @param point what is about to run
   * @return what goes wrong, or null for nothing
   */
  @Nullable
  Fault at(FaultPoint point);
}
