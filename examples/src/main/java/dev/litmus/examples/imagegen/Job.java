package dev.litmus.examples.imagegen;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The work for one image.
 *
 * @param id names it for good
 * @param queueEntryId the wish it belongs to
 * @param seed what makes its image another one than those of the same wish
 * @param status how far it is
 * @param attempts how often it was begun
 * @param maxAttempts how often it may be begun
 * @param worker who has it, or had it last
 * @param error why the last attempt failed
 * @param createdAt when it came into the queue
 * @param startedAt when the last attempt began
 * @param finishedAt when it was done or given up
 */
public record Job(
    UUID id,
    UUID queueEntryId,
    long seed,
    JobStatus status,
    int attempts,
    int maxAttempts,
    Optional<String> worker,
    Optional<String> error,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {}
