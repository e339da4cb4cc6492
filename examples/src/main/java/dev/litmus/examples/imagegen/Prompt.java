package dev.litmus.examples.imagegen;

import dev.litmus.annotations.Column;
import java.time.Instant;
import java.util.UUID;

/**
 * What an image is to show.
 *
 * @param id names it for good
 * @param text the words; no other prompt has the same
 * @param favorite whether somebody likes it
 * @param createdAt when it was first used, in whole milliseconds
 * @param usedAt when it was last used, in whole milliseconds
 */
public record Prompt(
    UUID id,
    String text,
    @Column("is_favorite") boolean favorite,
    Instant createdAt,
    Instant usedAt) {}
