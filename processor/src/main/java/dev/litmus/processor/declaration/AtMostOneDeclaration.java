package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;

/**
 * That a query yields at most one row, which its developer knows.
 *
 * @param reason how that is known, as written
 * @param origin where that is said
 * @param own whether the repository says it itself, and does not inherit it with the method
 */
public record AtMostOneDeclaration(String reason, Origin origin, boolean own) {}
