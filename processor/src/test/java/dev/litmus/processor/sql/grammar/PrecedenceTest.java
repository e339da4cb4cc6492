package dev.litmus.processor.sql.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.processor.sql.QueryParser;
import dev.litmus.processor.sql.tree.Expression;
import dev.litmus.processor.sql.tree.Query;
import dev.litmus.processor.sql.tree.ResultTerm;
import dev.litmus.processor.sql.tree.SelectCore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operand belongs to which operator. */
class PrecedenceTest {

  /** Between two operands. */
  private static final List<String> INFIX = List.of(
      "OR",
      "AND",
      "=",
      "==",
      "<>",
      "!=",
      "IS",
      "IS NOT",
      "IS DISTINCT FROM",
      "IS NOT DISTINCT FROM",
      "<",
      "<=",
      ">",
      ">=",
      "&",
      "|",
      "<<",
      ">>",
      "+",
      "-",
      "*",
      "/",
      "%",
      "||",
      "->",
      "->>",
      "LIKE",
      "NOT LIKE",
      "GLOB",
      "MATCH",
      "NOT MATCH",
      "REGEXP",
      "BETWEEN 7 AND",
      "NOT BETWEEN 8 AND",
      "LIKE 'x' ESCAPE");

  private static final List<String> PREFIX = List.of("-", "+", "~", "NOT");

  private static final List<String> POSTFIX = List.of(
      "ISNULL",
      "NOTNULL",
      "NOT NULL",
      "IS NULL",
      "IS NOT NULL",
      "COLLATE NOCASE",
      "IN (1)",
      "NOT IN (2)",
      "IN ()");

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '^',
      value = {
        "a OR b AND c # (a OR (b AND c))",
        "a AND b OR c # ((a AND b) OR c)",
        "NOT a AND b # ((NOT a) AND b)",
        "NOT a = b # (NOT (a = b))",
        "NOT a IN (b) # (NOT (a IN (b)))",
        "a = b < c # (a = (b < c))",
        "a = b = c # ((a = b) = c)",
        "a < b < c # ((a < b) < c)",
        "a < b + c # (a < (b + c))",
        "a & b + c # (a & (b + c))",
        "a + b & c # ((a + b) & c)",
        "a & b | c # ((a & b) | c)",
        "a | b & c # ((a | b) & c)",
        "a < b | c # (a < (b | c))",
        "a + b * c # (a + (b * c))",
        "a - b - c # ((a - b) - c)",
        "a * b || c # (a * (b || c))",
        "a || b -> c # ((a || b) -> c)",
        "a || b COLLATE c # (a || (b COLLATE c))",
        "- a COLLATE c # ((- a) COLLATE c)",
        "- a || b # ((- a) || b)",
        "~ a + b # ((~ a) + b)",
        "- - a # (- (- a))",
        "a IS NOT NULL = b # ((a IS NOT NULL) = b)",
        "a ISNULL = b # ((a ISNULL) = b)",
        "a = b ISNULL # ((a = b) ISNULL)",
        "a = b LIKE c # ((a = b) LIKE c)",
        "a LIKE b = c # ((a LIKE b) = c)",
        "a LIKE b < c # (a LIKE (b < c))",
        "a LIKE b ESCAPE c = d # ((a LIKE b ESCAPE c) = d)",
        "a BETWEEN b AND c AND d # ((a BETWEEN b AND c) AND d)",
        "a BETWEEN b AND c = d # ((a BETWEEN b AND c) = d)",
        "a BETWEEN b AND c < d # (a BETWEEN b AND (c < d))",
        "a = b BETWEEN c AND d # ((a = b) BETWEEN c AND d)",
        "a BETWEEN NOT b AND c # (a BETWEEN (NOT b) AND c)",
        "a IN (b) = c # ((a IN (b)) = c)",
        "a + b IN (c) # ((a + b) IN (c))",
        "a = NOT b = c # (a = (NOT (b = c)))",
        "a + NOT b + c # (a + (NOT (b + c)))",
        "CASE a WHEN b THEN c END + d # (CASE a WHEN b THEN c END + d)"
      })
  void isAsDocumented(String sql, String grouped) {
    assertThat(Grouping.of(expression(sql))).isEqualTo(grouped);
  }

  @Test
  void everyPairOfOperatorsIsGroupedAsBySqlite() throws SQLException {
    List<String> texts = new ArrayList<>();
    for (String first : INFIX) {
      for (String second : INFIX) {
        texts.add("a " + first + " b " + second + " c");
      }
      for (String prefix : PREFIX) {
        texts.add(prefix + " a " + first + " b");
        texts.add("a " + first + " " + prefix + " b");
      }
      for (String postfix : POSTFIX) {
        texts.add("a " + postfix + " " + first + " b");
        texts.add("a " + first + " b " + postfix);
      }
    }
    for (String postfix : POSTFIX) {
      PREFIX.forEach(prefix -> texts.add(prefix + " a " + postfix));
      POSTFIX.forEach(second -> texts.add("a " + postfix + " " + second));
    }
    assertGroupedAsBySqlite(texts);
    assertThat(texts).hasSizeGreaterThan(2000);
  }

  @Test
  void longerExpressionsAreGroupedAsBySqlite() throws SQLException {
    Random random = new Random(3);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      texts.add(random(random, 3 + random.nextInt(4)));
    }
    assertGroupedAsBySqlite(texts);
  }

  private static String random(Random random, int operands) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < operands; i++) {
      if (i > 0) {
        text.append(' ').append(pick(random, INFIX)).append(' ');
      }
      for (int prefixes = random.nextInt(6); prefixes > 3; prefixes--) {
        text.append(pick(random, PREFIX)).append(' ');
      }
      text.append("abcdefg".charAt(i));
      if (random.nextInt(4) == 0) {
        text.append(' ').append(pick(random, POSTFIX));
      }
    }
    return text.toString();
  }

  private static String pick(Random random, List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** SQLite's programs of a text and of the same text with our grouping in parentheses are the same. */
  private static void assertGroupedAsBySqlite(List<String> texts) throws SQLException {
    List<String> wrong = new ArrayList<>();
    int compared = 0;
    // REGEXP and MATCH are functions that are missing or want a virtual table: the error is the
    // same then.
    try (Witness sqlite = Witness.of("CREATE TABLE t (a, b, c, d, e, f, g)")) {
      for (String text : texts) {
        List<String> plain = sqlite.program("SELECT " + text + " FROM t");
        if (plain.get(0).contains("syntax error")) {
          if (QueryParser.parse("SELECT " + text).tree().isPresent()) {
            wrong.add(text + " is refused: " + plain);
          }
          continue;
        }
        String grouped = Grouping.of(expression(text));
        compared += plain.get(0).startsWith("failed") ? 0 : 1;
        if (!sqlite.program("SELECT " + grouped + " FROM t").equals(plain)) {
          wrong.add(text + "  is not  " + grouped);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(compared).isGreaterThan(texts.size() / 4);
  }

  private static Expression expression(String text) {
    Query query = (Query) QueryParser.parse("SELECT " + text)
        .tree()
        .orElseThrow(() -> new AssertionError("no tree: " + text));
    SelectCore.Select select = (SelectCore.Select) query.first();
    return ((ResultTerm.Value) select.results().get(0)).expression();
  }
}
