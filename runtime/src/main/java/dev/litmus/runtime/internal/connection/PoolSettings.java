package dev.litmus.runtime.internal.connection;

import dev.litmus.runtime.fault.FaultPlan;
import dev.litmus.runtime.internal.driver.ConnectionSettings;
import dev.litmus.runtime.internal.observe.Observer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a pool works.
 *
 * @param connection how each connection is opened
 * @param patience how long it waits
 * @param readers how many connections read
 * @param statements how many prepared statements a connection keeps
 * @param workTimeout how long one use of a connection may take, a transaction or a statement outside one; or null
 * @param readOnly whether there is no writer
 * @param observer who is told what happens, or null
 * @param faults what goes wrong on purpose, or null
 */
public record PoolSettings(
    ConnectionSettings connection,
    Patience patience,
    int readers,
    int statements,
    @Nullable Duration workTimeout,
    boolean readOnly,
    @Nullable Observer observer,
    @Nullable FaultPlan faults) {}
