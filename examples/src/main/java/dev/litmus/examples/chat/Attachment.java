package dev.litmus.examples.chat;

import dev.litmus.examples.bytes.Bytes;
import java.time.Instant;

/**
 * A file that belongs to a message.
 *
 * @param id names it for good
 * @param messageId the message
 * @param position its place in the message, from 0
 * @param fileName what people call it
 * @param mediaType how it is written, for example {@code image/png}
 * @param createdAt when it was attached, in whole milliseconds
 * @param content the file itself
 */
public record Attachment(
    String id,
    String messageId,
    int position,
    String fileName,
    String mediaType,
    Instant createdAt,
    Bytes content) {}
