package dev.litmus.processor.rewrite;

import java.util.List;

/**
 * SQL that can be prepared: names of parameters are positions.
 *
 * @param text the SQL that SQLite sees, at compile time as at run time
 * @param bindings what each position holds, first position first
 * @param spanMap leads from the text back to what was written
 */
public record RewrittenSql(String text, List<Slot> bindings, SpanMap spanMap) {

  public RewrittenSql {
    bindings = List.copyOf(bindings);
  }
}
