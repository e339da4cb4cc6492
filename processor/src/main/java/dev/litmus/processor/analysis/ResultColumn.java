package dev.litmus.processor.analysis;

/**
 * A column of a result.
 *
 * @param name its name, which is its alias where it has one
 * @param index its number, 1-based as in JDBC
 */
public record ResultColumn(String name, int index) {}
