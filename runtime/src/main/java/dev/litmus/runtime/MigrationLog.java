package dev.litmus.runtime;

import dev.litmus.runtime.internal.migration.Migration;
import dev.litmus.runtime.internal.migration.MigrationObserver;
import dev.litmus.runtime.internal.observe.MigrationJfrEvent;
import dev.litmus.runtime.migration.MigrationMove.Direction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes what migrations do into the log and into a flight recording, and tells listeners. For one run. */
final class MigrationLog implements MigrationObserver {

  private static final Logger LOG = System.getLogger("dev.litmus.runtime");

  private final String schema;
  private final Listeners listeners;
  private Direction direction = Direction.UP;
  private long began = System.nanoTime();
  private @Nullable MigrationJfrEvent running;

  MigrationLog(String schema, Listeners listeners) {
    this.schema = schema;
    this.listeners = listeners;
  }

  @Override
  public void adopted() {
    LOG.log(Level.INFO, "{0}: history of another runner taken over", schema);
  }

  @Override
  public void applying(Migration migration) {
    LOG.log(Level.INFO, "{0}: applying migration {1}", schema, migration.location());
    begin(Direction.UP);
    running = MigrationJfrEvent.begin(schema, migration.version(), migration.location());
  }

  @Override
  public void applied(Migration migration, Duration duration) {
    end(true);
    LOG.log(
        Level.INFO,
        "{0}: migration {1} applied in {2} ms",
        schema,
        migration.location(),
        duration.toMillis());
    tell(migration, duration, true);
  }

  @Override
  public void undoing(Migration migration) {
    LOG.log(Level.INFO, "{0}: undoing migration {1}", schema, migration.location());
    begin(Direction.DOWN);
    running = MigrationJfrEvent.begin(schema, migration.version(), migration.location());
  }

  @Override
  public void undone(Migration migration, Duration duration) {
    if (running != null) {
      running.endUndone();
      running = null;
    }
    LOG.log(
        Level.INFO,
        "{0}: migration {1} undone in {2} ms",
        schema,
        migration.location(),
        duration.toMillis());
    tell(migration, duration, true);
  }

  @Override
  public void failed(Migration migration) {
    end(false);
    LOG.log(Level.ERROR, "{0}: migration {1} failed", schema, migration.location());
    tell(migration, Duration.ofNanos(System.nanoTime() - began), false);
  }

  private void begin(Direction wanted) {
    direction = wanted;
    began = System.nanoTime();
  }

  private void tell(Migration migration, Duration duration, boolean succeeded) {
    listeners.migration(new MigrationEvent(
        schema, migration.version(), migration.location(), direction, duration, succeeded));
  }

  private void end(boolean succeeded) {
    if (running != null) {
      running.end(succeeded);
      running = null;
    }
  }

  /** Called at the end of it all. */
  void complete(int applied) {
    if (applied == 0) {
      LOG.log(Level.DEBUG, "{0}: no pending migrations", schema);
    } else {
      LOG.log(Level.INFO, "{0}: migrations complete: {1} applied", schema, applied);
    }
  }
}
