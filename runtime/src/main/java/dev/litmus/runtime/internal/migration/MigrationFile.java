package dev.litmus.runtime.internal.migration;

/**
 * One file of a schema as it was found, before anybody looked into it.
 *
 * @param name its file name, {@code 001_initial.sql}
 * @param location what messages call it, {@code chat/001_initial.sql}
 * @param text what it contains
 */
public record MigrationFile(String name, String location, String text) {}
