package dev.litmus.examples.chat;

import java.time.Instant;

/**
 * One message of a chat.
 *
 * @param id names it for good
 * @param chatId the chat it belongs to
 * @param role who speaks: {@code user}, {@code assistant} or {@code system}
 * @param content its text
 * @param timestamp when it was said, in whole milliseconds; a chat's messages sort by it
 */
public record Message(String id, String chatId, String role, String content, Instant timestamp) {}
