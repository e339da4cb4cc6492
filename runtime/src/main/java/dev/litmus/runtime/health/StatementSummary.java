package dev.litmus.runtime.health;

import java.time.Duration;

/**
 * How a statement has behaved.
 *
 * @param database the schema of the database
 * @param statement its name, for example {@code MessageRepository.findById}
 * @param calls how often it was used; a batch is one use
 * @param failures how many of these ended with an error
 * @param rows how many rows were read or, by statements without a result, changed
 * @param total the time of all uses together
 * @param max the longest
 * @param median half of the uses took at most about that long; up to a fourth too long, never longer than {@code max}
 * @param p99 99 of 100 uses took at most about that long, as exact as {@code median}
 */
public record StatementSummary(
    String database,
    String statement,
    long calls,
    long failures,
    long rows,
    Duration total,
    Duration max,
    Duration median,
    Duration p99) {}
