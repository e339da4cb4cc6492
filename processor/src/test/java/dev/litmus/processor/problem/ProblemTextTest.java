package dev.litmus.processor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTextTest {

  private static final Origin NOWHERE = new Origin() {};
  private static final Problem PROBLEM =
      Problem.of(ProblemCode.UNKNOWN_COLUMN, NOWHERE, "table `orders` has no column `totl`");

  @Test
  void theFactStandsAloneAndHelpIsLast() {
    Problem problem = PROBLEM
        .help("did you mean `total`?")
        .note("a note")
        .evidence("some evidence")
        .evidence("and more");

    assertThat(ProblemText.render(problem)).isEqualTo("""
            [sql/unknown-column] table `orders` has no column `totl`
              some evidence
              and more
              note: a note
              help: did you mean `total`?""");
  }

  @Test
  void theWordIsUnderlinedWithThreeLinesBeforeIt() {
    String sql = "SELECT id,\n  customer_id\nFROM orders\nWHERE id > 0\n  AND totl > 0\nLIMIT 1";

    assertThat(excerpt(sql, "totl")).isEqualTo("""
              in the query, line 5:
                2 |   customer_id
                3 | FROM orders
                4 | WHERE id > 0
                5 |   AND totl > 0
                  |       ^^^^""");
  }

  @Test
  void aTextOfOneLineIsShownAsItIs() {
    assertThat(excerpt("SELECT totl", "totl")).isEqualTo("""
              in the query, line 1:
                1 | SELECT totl
                  |        ^^^^""");
  }

  @Test
  void tabsTakeOneColumn() {
    assertThat(excerpt("SELECT\t\ttotl", "totl")).isEqualTo("""
              in the query, line 1:
                1 | SELECT  totl
                  |         ^^^^""");
  }

  @Test
  void linesMayEndAsOnWindows() {
    assertThat(excerpt("SELECT id\r\nFROM orders\r\n\r\nWHERE totl", "totl")).isEqualTo("""
              in the query, line 4:
                1 | SELECT id
                2 | FROM orders
                3 |
                4 | WHERE totl
                  |       ^^^^""");
  }

  @Test
  void theCaretMayStandBehindTheEnd() {
    String sql = "SELECT id\nFROM";

    assertThat(excerpt(sql, sql.length(), sql.length())).isEqualTo("""
              in the query, line 2:
                1 | SELECT id
                2 | FROM
                  |     ^""");
    assertThat(excerpt("", 0, 0)).isEqualTo("""
              in the query, line 1:
                1 |
                  | ^""");
  }

  @Test
  void theFirstLineIsUnderlinedWhenTheSpanHasSeveral() {
    String sql = "SELECT 'one\ntwo'";

    assertThat(excerpt(sql, 7, sql.length())).isEqualTo("""
              in the query, line 1:
                1 | SELECT 'one
                  |        ^^^^""");
  }

  @Test
  void numbersAreAlignedAtTheRight() {
    assertThat(excerpt("1\n2\n3\n4\n5\n6\n7\n8\n9\nten", "ten")).isEqualTo("""
              in the query, line 10:
                 7 | 7
                 8 | 8
                 9 | 9
                10 | ten
                   | ^^^""");
  }

  private static String excerpt(String sql, String word) {
    return excerpt(sql, sql.indexOf(word), sql.indexOf(word) + word.length());
  }

  private static String excerpt(String sql, int start, int end) {
    String text = ProblemText.render(PROBLEM.at(new Excerpt("in the query", sql, start, end)));
    return text.substring(text.indexOf('\n') + 1).stripIndent();
  }
}
