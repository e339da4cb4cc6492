package dev.litmus.examples.app;

/**
 * Where an artifact lies. No foreign key reaches there: it may be gone.
 *
 * @param database {@code chat}, {@code code} or {@code imagegen}
 * @param id of a chat, a session or an image in it
 */
public record Source(String database, String id) {}
