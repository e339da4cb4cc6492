package dev.litmus.examples.imagegen;

import java.util.UUID;

/**
 * How far a wish is.
 *
 * @param id the wish
 * @param prompt what was asked for
 * @param jobs how many images
 * @param done how many of them are there
 */
public record EntryProgress(UUID id, String prompt, int jobs, int done) {}
