package dev.litmus.examples.chat;

import dev.litmus.runtime.search.HighlightedText;

/**
 * A message that was found.
 *
 * @param messageId the message
 * @param chatTitle the title of its chat
 * @param role who speaks
 * @param text its text, and where the words are that were searched for
 */
public record SearchHit(String messageId, String chatTitle, String role, HighlightedText text) {}
