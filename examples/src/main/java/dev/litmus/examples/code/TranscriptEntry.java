package dev.litmus.examples.code;

import dev.litmus.annotations.Embedded;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a session's transcript.
 *
 * @param id names it for good
 * @param sequence its place in the session, from 1
 * @param kind what it is
 * @param content its text
 * @param tokens what the model read and wrote for it
 * @param createdAt when it came, in whole milliseconds
 */
public record TranscriptEntry(
    UUID id,
    int sequence,
    EntryKind kind,
    String content,
    @Embedded Tokens tokens,
    Instant createdAt) {}
