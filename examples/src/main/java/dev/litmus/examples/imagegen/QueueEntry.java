package dev.litmus.examples.imagegen;

import dev.litmus.annotations.Embedded;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A wish for images of one prompt; each of them is a job.
 *
 * @param id names it for good
 * @param promptId what they are to show
 * @param referenceGroupId the images that they are to look like, if any
 * @param model who makes them
 * @param size how large they are to be
 * @param createdAt when it was asked for, in whole milliseconds
 */
public record QueueEntry(
    UUID id,
    UUID promptId,
    Optional<UUID> referenceGroupId,
    String model,
    @Embedded Size size,
    Instant createdAt) {}
