package dev.litmus.examples.chat;

/**
 * A chat as a list shows it.
 *
 * @param id names the chat
 * @param title what people call it
 * @param messages how many it has
 * @param characters the length of all of them together
 */
public record ChatSummary(String id, String title, int messages, long characters) {}
