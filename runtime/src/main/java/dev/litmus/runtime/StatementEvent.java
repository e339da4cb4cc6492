package dev.litmus.runtime;

import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One use of a statement, for a {@link DatabaseListener}. It never has the values that the statement was given.
 *
 * @param database the schema of the database
 * @param statement its name, for example {@code MessageRepository.findById}
 * @param sql what was prepared
 * @param writes whether it was run to change something
 * @param executions how often it was run: more than once for a batch, 0 when SQLite could not prepare it
 * @param rows how many rows were read or, by statements without a result, changed
 * @param duration from its first execution until it was closed, with what was done between its rows
 * @param failure the first error of the driver, or null; SQLite's own words, without values
 */
public record StatementEvent(
    String database,
    String statement,
    String sql,
    boolean writes,
    int executions,
    long rows,
    Duration duration,
    @Nullable SQLException failure) {}
