package dev.litmus.runtime.internal.migration;

/**
 * One statement of a migration.
 *
 * @param sql its text as written, without the semicolon
 * @param line the line of the file that it begins on, from 1
 */
public record MigrationStatement(String sql, int line) {}
