package dev.litmus.examples.imagegen;

import dev.litmus.annotations.Embedded;
import dev.litmus.examples.bytes.Bytes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An image.
 *
 * @param id names it for good
 * @param promptId what it shows, if that is known
 * @param mediaType how it is written, for example {@code image/png}
 * @param size how large it is
 * @param createdAt when it was made, in whole milliseconds
 * @param content the image itself
 */
public record Image(
    UUID id,
    Optional<UUID> promptId,
    String mediaType,
    @Embedded Size size,
    Instant createdAt,
    Bytes content) {}
