package dev.litmus.runtime.fault;

/**
 * The process would have ended here. An error, so that the code under test does not take it for a failure that it can handle:
 * a process that ends runs no handler. What {@code finally} blocks do meanwhile to the database fails in the same way, as
 * long as the plan says so; close the databases and open them again to see what is left.
 */
public final class SimulatedCrashError extends Error {

  private static final long serialVersionUID = 1L;

  /** Where it happened. */
  private final transient FaultPoint point;

  /**
   * Creates the error.
   *
   * @param point what was about to run, or had just run
   * @param fault {@link Fault#CRASH} or {@link Fault#CRASH_AFTER}
   */
  public SimulatedCrashError(FaultPoint point, Fault fault) {
    super("the process ends here, by the plan of the test: "
        + (fault == Fault.CRASH_AFTER ? "after `" : "before `")
        + point.statement()
        + "` on database `"
        + point.schema()
        + "`");
    this.point = point;
  }

  /**
   * Returns where it happened.
   *
   * @return the statement
   */
  public FaultPoint point() {
    return point;
  }
}
