package dev.litmus.processor.rewrite;

import dev.litmus.processor.sql.tree.Span;

/** A stretch of the query as written, and what takes its place. */
public record Edit(Span span, String replacement) {

  /** NULL in the place of an expression, to find out what else is wrong. */
  public static Edit ofNull(Span span) {
    return new Edit(span, "NULL");
  }

  /** Text between two characters. */
  public static Edit insert(int offset, String text) {
    return new Edit(new Span(offset, offset), text);
  }
}
