package dev.litmus.runtime.internal.migration;

/** STUB. */
public record MigrationFile(String name, String text) {}
