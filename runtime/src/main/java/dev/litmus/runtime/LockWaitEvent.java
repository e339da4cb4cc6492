package dev.litmus.runtime;

import java.time.Duration;

/**
 * A wait of a thread for a connection, for a {@link DatabaseListener}.
 *
 * @param database the schema of the database
 * @param writer whether it was the writer that was waited for, and not a reader
 * @param duration how long it waited
 * @param acquired whether it got the connection; otherwise its time was over, it was interrupted, or the database closed
 */
public record LockWaitEvent(String database, boolean writer, Duration duration, boolean acquired) {}
