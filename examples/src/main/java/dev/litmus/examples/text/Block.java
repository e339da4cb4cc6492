package dev.litmus.examples.text;

/**
 * A piece of a file.
 *
 * @param role {@code user} for prose, {@code assistant} for code
 * @param text not blank
 */
public record Block(String role, String text) {}
