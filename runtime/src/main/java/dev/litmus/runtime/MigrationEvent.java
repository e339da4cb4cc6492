package dev.litmus.runtime;

import dev.litmus.runtime.migration.MigrationMove.Direction;
import java.time.Duration;

/**
 * A migration that was applied or undone, or has failed, for a {@link DatabaseListener}.
 *
 * @param database the schema of the database
 * @param version its number
 * @param file the file, as messages call it, for example {@code migrations/chat/002_search.sql}
 * @param direction whether it was applied or undone
 * @param duration how long its transaction took
 * @param succeeded whether it is committed; otherwise all that it did is undone, and the reason is thrown
 */
public record MigrationEvent(
    String database,
    long version,
    String file,
    Direction direction,
    Duration duration,
    boolean succeeded) {}
