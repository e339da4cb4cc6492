package dev.litmus.examples.chat;

import java.time.Instant;
import java.util.Optional;

/**
 * A chat continued in another way.
 *
 * @param id names it for good
 * @param chatId the chat
 * @param parentMessageId the last message that both ways have; nothing when the branch begins with the chat. When it is
 *     deleted, the one before it takes its place
 * @param name what people call it
 * @param createdAt when it began, in whole milliseconds
 */
public record Branch(
    String id, String chatId, Optional<String> parentMessageId, String name, Instant createdAt) {}
