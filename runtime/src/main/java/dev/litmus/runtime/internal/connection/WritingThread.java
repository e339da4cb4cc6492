package dev.litmus.runtime.internal.connection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The databases whose writer the calling thread holds. Waiting for a second writer while holding one is how two threads
 * come to wait for each other, so it is refused, except inside {@link #allowing}, whose caller begins in an order that
 * is the same for all threads.
 */
public final class WritingThread {

  private static final ThreadLocal<WritingThread> CURRENT =
      ThreadLocal.withInitial(WritingThread::new);

  private final List<ConnectionPool> writing = new ArrayList<>();
  private boolean several;

  private WritingThread() {}

  /** Work that begins transactions in several databases. */
  @FunctionalInterface
  public interface Work {
    /** Begins them. */
    void run();
  }

  /** Runs work that may take the writers of several databases. */
  public static void allowing(Work work) {
    WritingThread thread = CURRENT.get();
    boolean before = thread.several;
    thread.several = true;
    try {
      work.run();
    } finally {
      thread.several = before;
    }
  }

  /** The database in which the thread writes, or null. */
  public static @Nullable String database() {
    List<ConnectionPool> writing = CURRENT.get().current();
    return writing.isEmpty() ? null : writing.get(0).database();
  }

  /** Another database in which the thread writes, when that is in the way. */
  static @Nullable String otherThan(ConnectionPool pool) {
    WritingThread thread = CURRENT.get();
    List<ConnectionPool> writing = thread.current();
    return thread.several || writing.isEmpty() || writing.contains(pool)
        ? null
        : writing.get(0).database();
  }

  /** Without those that are closed: nobody waits for their writer any more, and it may never be given back. */
  private List<ConnectionPool> current() {
    writing.removeIf(ConnectionPool::isClosing);
    return writing;
  }

  static boolean isIn(ConnectionPool pool) {
    return CURRENT.get().writing.contains(pool);
  }

  static void enter(ConnectionPool pool) {
    CURRENT.get().writing.add(pool);
  }

  static void leave(ConnectionPool pool) {
    List<ConnectionPool> writing = CURRENT.get().writing;
    writing.remove(pool);
  }
}
