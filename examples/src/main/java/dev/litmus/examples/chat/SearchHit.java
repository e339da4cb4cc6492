package dev.litmus.examples.chat;

/**
 * A message that was found.
 *
 * @param messageId the message
 * @param chatTitle the title of its chat
 * @param role who speaks
 * @param marked its text, with each hit between {@link #START} and {@link #END}; see {@link MarkedLine}
 */
public record SearchHit(String messageId, String chatTitle, String role, String marked) {

  /** Stands before a hit. A control character: unlike a tag, it is nothing in HTML and in no terminal. */
  public static final char START = 2;

  /** Stands after a hit. */
  public static final char END = 3;
}
