package dev.litmus.examples.imagegen;

import dev.litmus.annotations.Embedded;
import java.util.UUID;

/**
 * What a worker has to know to make an image.
 *
 * @param promptId the prompt
 * @param prompt its text
 * @param model who makes it
 * @param size how large
 */
public record Task(
    UUID promptId, String prompt, String model, @Embedded Size size) {}
