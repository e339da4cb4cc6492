package dev.litmus.runtime;

import dev.litmus.runtime.error.DatabaseOpenException;
import dev.litmus.runtime.internal.connection.Patience;
import dev.litmus.runtime.internal.time.Nanos;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;

/** Closes databases when the process ends, within a limit for all of them together. */
final class ShutdownHook {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  private final Thread thread;

  private ShutdownHook(Thread thread) {
    this.thread = thread;
  }

  /**
   * Registers it.
   *
   * @param place what messages call the databases together
   * @throws DatabaseOpenException when the process is ending already, and it would not run
   */
  static ShutdownHook register(
      String place, Map<String, SqliteDatabase> databases, Duration limit) {
    Thread thread = new Thread(() -> closeWithin(databases, limit), "litmus-shutdown");
    try {
      Runtime.getRuntime().addShutdownHook(thread);
    } catch (IllegalStateException e) {
      throw new DatabaseOpenException(
          place,
          "the process is ending, and nothing would close the databases any more",
          "Open them earlier, or without closeOnShutdown and close them yourself",
          e);
    }
    return new ShutdownHook(thread);
  }

  private static void closeWithin(Map<String, SqliteDatabase> databases, Duration limit) {
    long end = System.nanoTime() + Nanos.of(limit);
    RuntimeException failure = Closing.all(databases.values(), database -> {
      // Of what is left, two thirds to end by itself, and one to end when interrupted.
      Duration third = Duration.ofNanos(Math.max(0, end - System.nanoTime()) / 3);
      database.close(new Patience(Duration.ZERO, third.multipliedBy(2), third));
    });
    if (failure != null) {
      LOG.log(Level.ERROR, "the databases could not all be closed", failure);
    }
  }

  void unregister() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook runs or has run, and closing twice does nothing.
      LOG.log(Level.DEBUG, "closed while the process ends", e);
    }
  }
}
