package dev.litmus.examples.code;

/**
 * What a model read and wrote.
 *
 * @param inputTokens read
 * @param outputTokens written
 */
public record Tokens(int inputTokens, int outputTokens) {

  /** For what nobody asked a model. */
  public static final Tokens NONE = new Tokens(0, 0);
}
