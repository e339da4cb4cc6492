package dev.litmus.runtime.fault;

/**
 * A place where something can go wrong: a statement that is about to run.
 *
 * @param schema the schema of its database
 * @param statement its name, such as {@code MessageRepository.insert}; for {@code BEGIN IMMEDIATE}, {@code COMMIT} and
 *     the savepoints inside transactions the SQL itself
 * @param sql its text, as SQLite sees it
 */
public record FaultPoint(String schema, String statement, String sql) {}
