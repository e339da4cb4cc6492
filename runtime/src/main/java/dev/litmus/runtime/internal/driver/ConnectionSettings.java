package dev.litmus.runtime.internal.driver;

import java.time.Duration;

/**
 * How a connection is opened. Everything here is read back after it was set.
 *
 * @param wal whether the writer turns the file into a WAL database, or into one with a rollback journal
 * @param foreignKeys whether SQLite enforces them
 * @param synchronous what SQLite waits for, as <a href="https://sqlite.org/pragma.html#pragma_synchronous">the pragma</a>
 *     counts it: 1 is NORMAL, 2 is FULL
 * @param busyTimeout how long to wait for another process's lock
 * @param cacheKib the largest size of the connection's page cache, in KiB
 * @param logBytes the size at which a write-ahead log is copied into the file, and to which it is cut back
 * @param mmapBytes how much of the file is mapped into memory; 0 for nothing
 * @param code what the application brings: functions, collations, extensions
 */
public record ConnectionSettings(
    boolean wal,
    boolean foreignKeys,
    int synchronous,
    Duration busyTimeout,
    long cacheKib,
    long logBytes,
    long mmapBytes,
    ApplicationCode code) {}
