package dev.litmus.runtime.internal.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;

/** A statement in a flight recording. Without the values it was given: a recording is passed on. */
@Name("dev.litmus.Statement")
@Label("Statement")
@Category("Litmus")
@Description("A statement of a repository, from its first execution until it was closed")
@Threshold("1 ms")
@StackTrace(false)
final class StatementJfrEvent extends Event {

  private static final StatementJfrEvent PROBE = new StatementJfrEvent();

  @Label("Database")
  String database = "";

  @Label("Statement")
  @Description("The method of the repository")
  String statement = "";

  @Label("SQL")
  String sql = "";

  @Label("Writes")
  boolean writes;

  @Label("Executions")
  @Description("How often it was run; 0 when SQLite could not prepare it")
  int executions;

  @Label("Rows")
  @Description("Rows read or, without a result, changed")
  long rows;

  @Label("Failed")
  boolean failed;

  @Label("Result Code")
  @Description("SQLite's primary result code when it failed")
  int resultCode;

  /** Whether a recording wants it. Its class is only rewritten to look when the flight recorder starts. */
  static boolean isOn() {
    return PROBE.isEnabled();
  }
}
