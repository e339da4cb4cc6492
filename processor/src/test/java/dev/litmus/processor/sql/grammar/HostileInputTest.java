package dev.litmus.processor.sql.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.ParsedQuery;
import dev.litmus.processor.sql.ParsedStatement;
import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.print.Printer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that are nested as deep as nobody nests them: a tree or an error, on a small stack. */
@Timeout(120)
class HostileInputTest {

  private static final int DEEP = 100_000;
  private static final long SMALL_STACK = 512 * 1024;

  /** What opens, what stands inside, what closes. */
  private record Nesting(String before, String open, String inner, String close, String after) {
    String text(int depth) {
      return before + open.repeat(depth) + inner + close.repeat(depth) + after;
    }

    @Override
    public String toString() {
      return before + open + "…" + inner + "…" + close + after;
    }
  }

  static Stream<Nesting> nestings() {
    return Stream.of(
        new Nesting("SELECT ", "(", "1", ")", ""),
        new Nesting("SELECT ", "(", "", "", ""),
        new Nesting("SELECT ", "NOT ", "1", "", ""),
        new Nesting("SELECT ", "- ", "1", "", ""),
        new Nesting("SELECT ", "~", "1", "", ""),
        new Nesting("SELECT ", "1 + (", "1", ")", ""),
        new Nesting("SELECT ", "1 IN (", "1", ")", ""),
        new Nesting("SELECT ", "1 BETWEEN ", "1", " AND 2", ""),
        new Nesting("SELECT ", "1 = NOT ", "1", "", ""),
        new Nesting("SELECT ", "f(", "1", ")", ""),
        new Nesting("SELECT ", "CAST(", "1", " AS TEXT)", ""),
        new Nesting("SELECT ", "CASE WHEN ", "1", " THEN 2 END", ""),
        new Nesting("SELECT ", "CASE ", "1", " WHEN 1 THEN 2 END", ""),
        new Nesting("SELECT ", "CASE WHEN 1 THEN 2 ELSE ", "1", " END", ""),
        new Nesting("SELECT ", "(SELECT ", "1", ")", ""),
        new Nesting("SELECT ", "((SELECT ", "1", "))", ""),
        new Nesting("SELECT ", "EXISTS (SELECT ", "1", ")", ""),
        new Nesting("SELECT ", "1 IN (SELECT ", "1", ")", ""),
        new Nesting("SELECT ", "sum(", "1", ") OVER (PARTITION BY 1)", ""),
        new Nesting("SELECT ", "f() FILTER (WHERE ", "1", ")", ""),
        new Nesting("SELECT ", "f() OVER (ORDER BY ", "1", ")", ""),
        new Nesting("SELECT 1 FROM ", "(", "t", ")", ""),
        new Nesting("SELECT 1 FROM ", "(t JOIN ", "t", ")", ""),
        new Nesting("SELECT 1 FROM ", "(t JOIN (", "t", ") ON 1)", ""),
        new Nesting("SELECT 1 FROM ", "(SELECT 1 FROM ", "t", ")", ""),
        new Nesting("SELECT 1 FROM ", "f((SELECT 1 FROM ", "t", "))", ""),
        new Nesting("SELECT 1 WHERE ", "1 = (SELECT 1 WHERE ", "1", ")", ""),
        new Nesting("", "WITH a AS (", "SELECT 1", ") SELECT 1", ""),
        new Nesting("SELECT ", "(VALUES (", "1", "))", ""),
        new Nesting("SELECT 1 LIMIT ", "(SELECT 1 LIMIT ", "1", ")", ""),
        new Nesting("SELECT 1 ORDER BY ", "(SELECT 1 ORDER BY ", "1", ")", ""),
        new Nesting("CREATE VIRTUAL TABLE t USING m(", "(", "a", ")", ")"),
        new Nesting("CREATE TABLE t (a CHECK ", "(", "a", ")", ")"),
        new Nesting("CREATE TABLE t (a DEFAULT (", "(", "1", ")", "))"),
        new Nesting("SELECT 1", " AND 1", "", "", ""),
        new Nesting("SELECT 1", " || 1", "", "", ""),
        new Nesting("SELECT (a+b+(c", "+d-e", "", "", "))"),
        new Nesting("SELECT a", " ISNULL", "", "", ""),
        new Nesting("SELECT a", " COLLATE x", "", "", ""),
        new Nesting("SELECT a", " LIKE b", "", "", ""),
        new Nesting("SELECT a", " BETWEEN 1 AND 2", "", "", ""),
        new Nesting("SELECT 1", " UNION SELECT 1", "", "", ""),
        new Nesting("SELECT 1 FROM t", " JOIN t", "", "", ""),
        new Nesting("SELECT 1", ", 1", "", "", ""),
        new Nesting("", "EXPLAIN ", "SELECT 1", "", ""),
        new Nesting("", ";", "SELECT 1", "", ""),
        new Nesting("CREATE TRIGGER g AFTER INSERT ON t BEGIN ", "SELECT 1; ", "", "", "END"),
        new Nesting("", "CREATE TRIGGER g AFTER INSERT ON t BEGIN ", "SELECT 1; ", "END; ", ""));
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void isATreeOrAnError(Nesting nesting) throws InterruptedException {
    for (int depth : List.of(100, 990, DEEP)) {
      onSmallStack(() -> read(nesting.text(depth)));
    }
  }

  @ParameterizedTest
  @MethodSource("nestings")
  void tenLevelsAreNotTooDeep(Nesting nesting) {
    QueryParser.parse(nesting.text(10))
        .statements()
        .forEach(statement -> assertThat(
                statement.error().filter(error -> error.expected().isEmpty()))
            .isEmpty());
  }

  @Test
  void whatSqliteTakesIsATreeOnASmallStack() throws InterruptedException {
    for (Nesting nesting : nestings().toList()) {
      if (nesting.close().isEmpty()
          && nesting.open().length() > 2
          && nesting.before().matches("SELECT [1a]")) {
        onSmallStack(() -> assertThat(QueryParser.parse(nesting.text(900)).tree())
            .as(nesting.toString())
            .isPresent());
      }
    }
  }

  private static void read(String sql) {
    ParsedQuery query = QueryParser.parse(sql);
    for (ParsedStatement statement : query.statements()) {
      assertThat(statement.tree().isPresent()).isNotEqualTo(statement.error().isPresent());
      statement.tree().ifPresent(tree -> {
        assertThat(Printer.print(tree)).isNotEmpty();
        assertThat(tree.all().count()).isPositive();
      });
    }
  }

  private static void onSmallStack(Runnable work) throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread = new Thread(null, work, "small stack", SMALL_STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.set(e));
    thread.start();
    thread.join();
    assertThat(thrown.get()).isNull();
  }
}
