package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;

/**
 * A query that counts the rows of another.
 *
 * @param sql as the compiler sees it
 * @param origin where it stands
 */
public record CountQuery(String sql, Origin origin) {}
