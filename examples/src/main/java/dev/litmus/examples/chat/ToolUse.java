package dev.litmus.examples.chat;

/**
 * How much a tool is used.
 *
 * @param calls how often it was called
 * @param failed how often it failed
 */
public record ToolUse(int calls, int failed) {}
