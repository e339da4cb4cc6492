package dev.litmus.examples.chat;

/**
 * An attachment as a message shows it.
 *
 * @param id the attachment
 * @param fileName what people call it
 * @param mediaType how it is written, for example {@code image/png}
 * @param bytes how long it is
 */
public record AttachmentSummary(String id, String fileName, String mediaType, long bytes) {}
