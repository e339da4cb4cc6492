package dev.litmus.examples.imagegen;

import dev.litmus.annotations.Embedded;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An image as a gallery lists it.
 *
 * @param id the image
 * @param prompt what it shows, if that is known
 * @param size how large it is
 * @param bytes how long its content is
 * @param createdAt when it was made
 */
public record ImageSummary(
    UUID id, Optional<String> prompt, @Embedded Size size, long bytes, Instant createdAt) {}
