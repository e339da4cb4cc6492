package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;

/**
 * That a statement runs once for each of many items.
 *
 * @param size how many items a chunk has
 * @param chunks whether each chunk is committed for itself
 * @param origin where that is said
 */
public record BatchDeclaration(int size, boolean chunks, Origin origin) {}
