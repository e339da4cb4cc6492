package dev.litmus.examples.imagegen;

import java.time.Instant;
import java.util.UUID;

/**
 * A job to be put into the queue.
 *
 * @param id names it for good
 * @param queueEntryId the wish it belongs to
 * @param seed what makes its image another one than those of the same wish
 * @param createdAt its place in the queue, in whole milliseconds
 */
public record NewJob(UUID id, UUID queueEntryId, long seed, Instant createdAt) {}
