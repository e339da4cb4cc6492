package dev.litmus.examples.app;

import dev.litmus.annotations.Embedded;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that was made in one of the databases.
 *
 * @param id names it for good
 * @param kind what it is
 * @param title what people call it
 * @param mediaType how it is written, for example {@code image/png}
 * @param source where it lies
 * @param createdAt when it was registered, in whole milliseconds
 */
public record Artifact(
    UUID id,
    ArtifactKind kind,
    String title,
    String mediaType,
    @Embedded(prefix = "source_") Source source,
    Instant createdAt) {}
