package dev.litmus.runtime.internal.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A transaction in a flight recording. */
@Name("dev.litmus.Transaction")
@Label("Transaction")
@Category("Litmus")
@Description("An outermost transaction, from its BEGIN until it had ended")
@Threshold("1 ms")
@StackTrace(false)
final class TransactionJfrEvent extends Event {

  private static final TransactionJfrEvent PROBE = new TransactionJfrEvent();

  @Label("Database")
  String database = "";

  @Label("Mode")
  String mode = "";

  @Label("Outcome")
  @Description("COMMITTED, ROLLED_BACK, or ENDED_BY_SQLITE after an error")
  String outcome = "";

  /** Whether a recording wants it. Its class is only rewritten to look when the flight recorder starts. */
  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
