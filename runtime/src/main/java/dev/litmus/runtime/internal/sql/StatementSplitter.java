package dev.litmus.runtime.internal.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into its statements. Needed because a driver's {@code prepareStatement} and {@code execute} run the
 * first statement of a script and silently drop the rest.
 */
public final class StatementSplitter {

  private StatementSplitter() {}

  /**
   * The statements of a script in order, each from its first to its last token: without its semicolon and without the
   * comments and white space around it. A piece without any token yields nothing; the last needs no semicolon.
   */
  public static List<SqlSpan> split(String sql) {
    List<SqlSpan> statements = new ArrayList<>();
    StatementBoundary boundary = new StatementBoundary(sql);
    int start = -1;
    int end = -1;
    for (Token token : Tokenizer.tokenize(sql)) {
      if (boundary.endsWith(token)) {
        add(statements, start, end);
        start = -1;
      } else if (!token.isComment()) {
        start = start < 0 ? token.start() : start;
        end = token.end();
      }
    }
    add(statements, start, end);
    return List.copyOf(statements);
  }

  private static void add(List<SqlSpan> statements, int start, int end) {
    if (start >= 0) {
      statements.add(new SqlSpan(start, end));
    }
  }
}
