package dev.litmus.examples.code;

import dev.litmus.examples.bytes.Bytes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file as it was right before an entry of the transcript changed it.
 *
 * @param id names it for good
 * @param sequence the entry's place in its session
 * @param path the file, relative to the session's folder, with slashes
 * @param content what was in it; nothing when there was no such file
 * @param createdAt when it was taken, in whole milliseconds
 */
public record Snapshot(
    UUID id, int sequence, String path, Optional<Bytes> content, Instant createdAt) {}
