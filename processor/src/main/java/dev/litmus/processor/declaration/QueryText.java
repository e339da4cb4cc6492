package dev.litmus.processor.declaration;

import dev.litmus.processor.problem.Origin;

/**
 * The SQL of a method.
 *
 * @param sql as the compiler sees it, after escapes and text blocks are resolved, or as its file has it
 * @param place how messages call that text: {@code in the query}, {@code in chat/search.sql}
 * @param origin where the SQL or the name of its file stands: a value of {@code @Query}
 */
public record QueryText(String sql, String place, Origin origin) {}
