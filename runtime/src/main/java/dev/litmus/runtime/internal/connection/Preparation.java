package dev.litmus.runtime.internal.connection;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is done on the first connection before anybody else sees the database.
 *
 * @param check refuses a file; it only reads, and comes before anything about the file is changed. It is run again when
 *     another process was in the way
 * @param change makes the database what the code needs
 */
public record Preparation(Work check, Work change) {

  /** Work on a connection of the driver. */
  @FunctionalInterface
  public interface Work {

    /**
     * Runs on the driver's own connection, in auto-commit mode.
     *
     * @param connection not to be closed or kept
     */
    void run(Connection connection) throws SQLException;
  }
}
