package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.tree.Span;
import java.util.List;

/**
 * Why a statement has no tree.
 *
 * @param at the token that does not fit; empty and behind the last token when the text ends too early
 * @param expected what could have stood there, in the order in which it was tried: keywords and punctuation as written,
 *     and "a name", "an expression" and the like; empty when the statement is right but nested too deeply for us
 */
public record SyntaxError(Span at, List<String> expected) {
  public SyntaxError {
    expected = List.copyOf(expected);
  }
}
