package dev.litmus.examples.code;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A coding session.
 *
 * @param id names it for good
 * @param title what people call it
 * @param workingDirectory the folder that is worked in, an absolute path
 * @param model who answers
 * @param status how far it is
 * @param chatId the chat that it began from, in the database {@code chat}; it may be gone from there
 * @param createdAt when it began, in whole milliseconds
 * @param updatedAt when it last changed, in whole milliseconds
 */
public record Session(
    UUID id,
    String title,
    Path workingDirectory,
    String model,
    SessionStatus status,
    Optional<String> chatId,
    Instant createdAt,
    Instant updatedAt) {}
