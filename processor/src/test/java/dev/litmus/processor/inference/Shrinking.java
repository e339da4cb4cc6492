package dev.litmus.processor.inference;

import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Span;
import java.util.List;

/** Makes a statement smaller for as long as the same is wrong with it. */
final class Shrinking {

  private static final List<String> INSTEAD = List.of("", "1", "NULL", "a");

  private Shrinking() {}

  /** Whether a statement still has the fault. */
  interface Fault {
    boolean isIn(String sql) throws Exception;
  }

  static String shrink(String sql, Fault fault) throws Exception {
    String small = sql;
    boolean smaller = true;
    while (smaller) {
      String next = once(small, fault);
      smaller = next.length() < small.length();
      small = next;
    }
    return small;
  }

  private static String once(String sql, Fault fault) throws Exception {
    List<Span> tokens = QueryParser.parse(sql).tokens();
    for (int size = tokens.size() - 1; size > 0; size--) {
      for (int from = 0; from + size <= tokens.size(); from++) {
        int start = tokens.get(from).start();
        int end = tokens.get(from + size - 1).end();
        if (!isBalanced(sql.substring(start, end))) {
          continue;
        }
        for (String instead : INSTEAD) {
          String shorter = (sql.substring(0, start) + instead + sql.substring(end)).strip();
          if (shorter.length() < sql.length() && fault.isIn(shorter)) {
            return shorter;
          }
        }
      }
    }
    return sql;
  }

  private static boolean isBalanced(String text) {
    int open = 0;
    for (int i = 0; i < text.length(); i++) {
      open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }
}
