package dev.litmus.testing;

import dev.litmus.runtime.Databases;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.TransactionException;
import dev.litmus.runtime.fault.Fault;
import dev.litmus.runtime.fault.FaultPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs a piece of work once for each of its statements, has that statement fail, and looks at what is left: whether the work is
 * all or nothing, wherever it is hit. Each run has new databases, in files when the fault is a crash, with the rows of the
 * extension. For the thread of the test.
 */
public final class FaultSweep {

  /** What is tried. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it, and waits for the threads that it starts: what they do later is not tried.
     *
     * @param databases new ones for each try
     * @throws Exception what the fault makes it throw
     */
    void run(Databases databases) throws Exception;
  }

  /** What must hold after each try. */
  @FunctionalInterface
  public interface Check {
    /**
     * Asserts it.
     *
     * @param databases those that the work was run on; after a crash they were opened again
     * @param attempt what has happened to the work
     * @throws Exception when something else goes wrong
     */
    void check(Databases databases, Attempt attempt) throws Exception;
  }

  /**
   * One try of the work.
   *
   * @param point the statement that has failed; null in the last try, in which none did
   * @param failure what the work has thrown; null when it has returned, so that its caller believes it done
   */
  public record Attempt(
      @Nullable FaultPoint point, @Nullable Throwable failure) {

    /**
     * Returns whether the caller of the work believes it done.
     *
     * @return true when it has returned
     */
    public boolean succeeded() {
      return failure == null;
    }
  }

  /** More statements than any work that a test can run once for each of them. */
  private static final int MOST = 10_000;

  private final Storage storage;
  private final Function<Storage, TestDatabases> opener;

  FaultSweep(Storage storage, Function<Storage, TestDatabases> opener) {
    this.storage = storage;
    this.opener = opener;
  }

  /**
   * Tries the work with a fault at its first statement, at its second, and so on, until it has none more; {@code BEGIN},
   * {@code COMMIT} and savepoints are among them. At last it is run without a fault, and that must succeed.
   *
   * @param fault what happens
   * @param work is tried; what it throws after a fault is no failure of the test
   * @param check is asked after each try
   * @return the statements that have failed, in the order of the tries
   * @throws AssertionError when a check fails; its message says at which statement, and its cause is what the check threw;
   *     when the work has left a transaction open, of which nothing is committed although this thread reads it
   * @throws IllegalArgumentException when the work runs no statement on the databases that it is given
   * @throws Exception what the work, or the check, throws without a fault
   */
  public List<FaultPoint> run(Fault fault, Work work, Check check) throws Exception {
    List<FaultPoint> failed = new ArrayList<>();
    for (int number = 1; number <= MOST; number++) {
      Optional<FaultPoint> point = attempt(fault, number, work, check);
      if (point.isEmpty()) {
        requireStatements(failed);
        return List.copyOf(failed);
      }
      failed.add(point.get());
    }
    throw new IllegalArgumentException("the work has more than " + MOST + " statements");
  }

  /** A sweep over nothing would pass, whatever the work does elsewhere. */
  private static void requireStatements(List<FaultPoint> failed) {
    if (failed.isEmpty()) {
      throw new IllegalArgumentException(
          "the work has run no statement on the databases that it was given: make all that it uses of these,"
              + " not of the parameters of the test");
    }
  }

  private Optional<FaultPoint> attempt(Fault fault, int number, Work work, Check check)
      throws Exception {
    boolean crash = fault == Fault.CRASH || fault == Fault.CRASH_AFTER;
    try (TestDatabases fresh = opener.apply(crash ? Storage.FILES : storage)) {
      fresh.faults().fail(number, fault);
      Throwable failure = run(work, fresh);
      FaultPoint point = fresh.faults().happened().orElse(null);
      try {
        requireEnded(fresh.databases());
        if (crash && point != null) {
          fresh.restart();
        } else {
          fresh.faults().clear();
        }
        check.check(fresh.databases(), new Attempt(point, failure));
      } catch (AssertionError e) {
        throw point == null ? e : failed(fault, number, point, failure, e);
      }
      return Optional.ofNullable(point);
    }
  }

  /** A check on this thread would read what nobody else ever will. */
  private static void requireEnded(Databases databases) {
    for (String schema : databases.schemas()) {
      if (isInTransaction(databases.get(schema))) {
        throw new AssertionError("the work has left its transaction on database `"
            + schema
            + "` open: end it, or begin it in a try statement");
      }
    }
  }

  private static boolean isInTransaction(SqliteDatabase database) {
    try {
      database.rollbackOnly();
      return true;
    } catch (TransactionException none) {
      return false;
    }
  }

  /** Returns what the work has thrown because of the fault. */
  private static @Nullable Throwable run(Work work, TestDatabases fresh) throws Exception {
    try {
      work.run(fresh.databases());
      return null;
    } catch (AssertionError | VirtualMachineError e) {
      throw e;
    } catch (Exception | Error e) {
      if (fresh.faults().happened().isEmpty()) {
        throw e;
      }
      return e;
    }
  }

  private static AssertionError failed(
      Fault fault,
      int number,
      FaultPoint point,
      @Nullable Throwable failure,
      AssertionError cause) {
    String place = fault == Fault.CRASH_AFTER ? " after statement " : " at statement ";
    AssertionError error = new AssertionError(
        fault
            + place
            + number
            + ", `"
            + point.statement()
            + "` on database `"
            + point.schema()
            + "`: "
            + cause.getMessage(),
        cause);
    if (failure != null) {
      error.addSuppressed(failure);
    }
    return error;
  }
}
