package dev.litmus.runtime.internal.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A wait for a connection in a flight recording. */
@Name("dev.litmus.LockWait")
@Label("Lock Wait")
@Category("Litmus")
@Description("A thread waited for the writer or for a reader of a database")
@Threshold("1 ms")
@StackTrace(false)
final class LockWaitJfrEvent extends Event {

  private static final LockWaitJfrEvent PROBE = new LockWaitJfrEvent();

  @Label("Database")
  String database = "";

  @Label("Writer")
  @Description("Whether it was the writer that was waited for, and not a reader")
  boolean writer;

  @Label("Acquired")
  @Description("Whether the thread got it")
  boolean acquired;

  /** Whether a recording wants it. Its class is only rewritten to look when the flight recorder starts. */
  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
