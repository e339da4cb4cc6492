package dev.litmus.benchmarks.data;

import org.jspecify.annotations.Nullable;

/** A message of a chat: a row of eight columns, of which the content is about 200 characters long. */
public record Message(
    String id,
    String chatId,
    String role,
    String content,
    @Nullable String model,
    int tokenCount,
    String timestamp,
    boolean isLiked) {}
