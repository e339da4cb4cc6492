package dev.litmus.processor.sql.grammar;

import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.print.Printer;
import java.util.List;
import java.util.Locale;

/**
 * Prints how long parsing and printing take for texts of n, 2n, 4n, … pieces: the time per piece must not grow. Not a
 * test, because tests are not timed:
 *
 * <pre>mvn -q -o -pl processor -am test-compile
 * java -cp processor/target/test-classes:processor/target/classes:runtime/target/classes \
 *     dev.litmus.processor.sql.grammar.ParseTimes</pre>
 */
public final class ParseTimes {

  /** What is repeated between a beginning and an end. */
  private record Text(String name, String before, String piece, String after) {
    String of(int pieces) {
      return before + piece.repeat(pieces) + after;
    }
  }

  private static final List<Text> TEXTS = List.of(
      new Text("result columns", "SELECT 1", ", o.total AS t", " FROM orders o"),
      new Text("IN list", "SELECT 1 WHERE a IN (1", ", 2", ")"),
      new Text("VALUES rows", "INSERT INTO t VALUES (1, 'a')", ", (2, 'b')", ""),
      new Text("joins", "SELECT 1 FROM t", " LEFT JOIN u AS x ON x.a = t.b", ""),
      new Text("UNION ALL", "SELECT 1", " UNION ALL SELECT a FROM t", ""),
      new Text("parameters", "SELECT :a", ", :b.c", ""),
      new Text("CASE branches", "SELECT CASE", " WHEN a = 1 THEN 'x'", " END"),
      new Text("columns of a table", "CREATE TABLE t (a", ", b TEXT NOT NULL DEFAULT 'x'", ")"),
      new Text("statements", "", "SELECT a FROM t WHERE b = 1;\n", ""),
      new Text(
          "trigger body", "CREATE TRIGGER g AFTER INSERT ON t BEGIN", " DELETE FROM u;", " END"),
      new Text("AND chain, too deep", "SELECT 1", " AND a = 1", ""),
      new Text("parentheses, too deep", "SELECT ", "(", "1"),
      new Text("groups, too deep", "SELECT 1 FROM ", "(t JOIN (", ""),
      new Text("comments", "SELECT 1", " /* x */ -- y\n", ""),
      new Text("one long string", "SELECT '", "abc''", "'"));

  private ParseTimes() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    int[] sizes = {10_000, 20_000, 40_000, 80_000, 160_000};
    System.out.printf("%-24s", "ns per piece, n =");
    for (int size : sizes) {
      System.out.printf("%10d", size);
    }
    System.out.printf("%10s%n", "last/first");
    for (Text text : TEXTS) {
      System.out.printf("%-24s", text.name());
      double first = 0;
      double last = 0;
      for (int size : sizes) {
        last = nanos(text.of(size)) / (double) size;
        first = first == 0 ? last : first;
        System.out.printf(Locale.ROOT, "%10.0f", last);
      }
      System.out.printf(Locale.ROOT, "%10.2f%n", last / first);
    }
  }

  /** The best of several rounds: what the work costs when nothing disturbs it. */
  private static long nanos(String sql) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 7; round++) {
      long start = System.nanoTime();
      QueryParser.parse(sql).tree().ifPresent(Printer::print);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }
}
