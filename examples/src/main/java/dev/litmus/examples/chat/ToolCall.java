package dev.litmus.examples.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * A tool that a message calls.
 *
 * @param id names it for good
 * @param messageId the message
 * @param position its place in the message, from 0
 * @param tool the name of the tool
 * @param arguments what it is given, as JSON
 * @param status how far it is
 * @param result what it has answered, as JSON; only when it succeeded
 * @param error why it failed; only when it did
 * @param startedAt when it was called, in whole milliseconds
 * @param finishedAt when it ended; nothing while it runs
 */
public record ToolCall(
    String id,
    String messageId,
    int position,
    String tool,
    String arguments,
    ToolStatus status,
    Optional<String> result,
    Optional<String> error,
    Instant startedAt,
    Optional<Instant> finishedAt) {}
