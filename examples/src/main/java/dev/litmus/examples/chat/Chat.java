package dev.litmus.examples.chat;

import java.time.Instant;

/**
 * A conversation.
 *
 * @param id names it for good; an imported file's is its path
 * @param title what people call it; can be changed
 * @param createdAt when it began, in whole milliseconds
 * @param updatedAt when it last changed, in whole milliseconds
 */
public record Chat(String id, String title, Instant createdAt, Instant updatedAt) {}
