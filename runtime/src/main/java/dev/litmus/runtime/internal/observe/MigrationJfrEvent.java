package dev.litmus.runtime.internal.observe;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A migration in a flight recording, however short it was. Begins when it is created; for one thread. */
@Name("dev.litmus.Migration")
@Label("Migration")
@Category("Litmus")
@Description("A migration that was applied or undone, or failed and was rolled back")
@StackTrace(false)
public final class MigrationJfrEvent extends Event {

  @Label("Database")
  final String database;

  @Label("Version")
  final long version;

  @Label("Migration")
  final String migration;

  @Label("Applied")
  boolean applied;

  @Label("Undone")
  boolean undone;

  private MigrationJfrEvent(String database, long version, String migration) {
    this.database = database;
    this.version = version;
    this.migration = migration;
  }

  /** Called before a migration is applied; {@link #end} records it. */
  public static MigrationJfrEvent begin(String database, long version, String migration) {
    MigrationJfrEvent event = new MigrationJfrEvent(database, version, migration);
    event.begin();
    return event;
  }

  /** Called when it is undone instead of applied. */
  public void endUndone() {
    undone = true;
    commit();
  }

  /** Called when it has ended; false when it failed. */
  public void end(boolean succeeded) {
    applied = succeeded;
    commit();
  }
}
