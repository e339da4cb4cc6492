package dev.litmus.runtime.internal.migration;

import dev.litmus.runtime.error.MigrationException;
import dev.litmus.runtime.internal.driver.BusyWait;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What there is beside the database when it is migrated or rolled back.
 *
 * @param chain what the code has
 * @param options what was asked for
 * @param observer told what happens
 * @param scratch for databases to compare with
 * @param patience how long another process is waited for
 */
public record MigrationContext(
    MigrationChain chain,
    MigrationOptions options,
    MigrationObserver observer,
    Scratch scratch,
    BusyWait patience) {

  /** A context in which nothing special was asked for, and nobody listens. */
  public static MigrationContext of(MigrationChain chain, Scratch scratch) {
    return new MigrationContext(
        chain, MigrationOptions.NONE, MigrationObserver.NOBODY, scratch, BusyWait.forMigrations());
  }

  /** Reads the history of a database as the chain calls it. */
  MigrationHistory history(Connection connection) throws SQLException {
    return MigrationHistory.read(connection).seenBy(chain);
  }

  String schema() {
    return chain.schema();
  }

  /** What cannot be done, with no single migration to blame. */
  MigrationException refusal(String fact, @Nullable String advice) {
    return new MigrationException(schema(), fact, advice, null);
  }

  /** What cannot be done because of a migration. */
  MigrationException refusal(Migration migration, String fact, @Nullable String advice) {
    return new MigrationException(schema(), migration.location(), fact, advice, null);
  }
}
