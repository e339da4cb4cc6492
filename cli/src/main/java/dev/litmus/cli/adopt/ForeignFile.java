package dev.litmus.cli.adopt;

/**
 * A file of SQL, of another tool or as Litmus has it.
 *
 * @param name without its folder
 */
public record ForeignFile(String name, String text) {}
