package dev.litmus.examples.app;

import java.time.Instant;

/**
 * A setting.
 *
 * @param value JSON
 * @param updatedAt when it last changed, in whole milliseconds
 */
public record Setting(String value, Instant updatedAt) {}
