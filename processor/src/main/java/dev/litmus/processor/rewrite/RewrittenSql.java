package dev.litmus.processor.rewrite;

import java.util.List;

/**
 * SQL that can be prepared: names of parameters are positions.
 *
 * @param text the SQL that SQLite sees, at compile time as at run time
 * @param bindings what each position holds, first position first: a parameter's path, {@code [message, chatId]}
 */
public record RewrittenSql(String text, List<List<String>> bindings) {

  public RewrittenSql {
    bindings = List.copyOf(bindings);
  }
}
