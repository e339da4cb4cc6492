package dev.litmus.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

  private static final SearchQuery A = SearchQuery.words("a");
  private static final SearchQuery B = SearchQuery.words("b");
  private static final SearchQuery C = SearchQuery.words("c");
  private static final SearchQuery EMPTY = SearchQuery.words(" ");

  @Test
  void typedTextIsQuotedWordByWord() {
    assertThat(SearchQuery.words(" it's a \"test\" it's ").expression())
        .isEqualTo("\"it's\" \"a\" \"\"\"test\"\"\"");
    assertThat(SearchQuery.anyWord("a b a")).hasToString("\"a\" OR \"b\"");
    assertThat(SearchQuery.phrase(" a\n b\u3000\"c")).hasToString("\"a b \"\"c\"");
    assertThat(SearchQuery.startingWith("a b a")).hasToString("\"a\" \"b\" \"a\" *");
    assertThat(SearchQuery.atStart("a b")).hasToString("^ \"a b\"");
    assertThat(SearchQuery.near(3, "a b", " ", "c")).hasToString("NEAR(\"a b\" \"c\", 3)");
  }

  @Test
  void operandsAreParenthesisedWhereTheyHaveTo() {
    assertThat(A.and(B).and(C)).hasToString("\"a\" \"b\" \"c\"");
    assertThat(A.or(B).or(C)).hasToString("\"a\" OR \"b\" OR \"c\"");
    assertThat(A.or(B).and(C).and(A)).hasToString("(\"a\" OR \"b\") AND \"c\" AND \"a\"");
    assertThat(A.or(B.and(C))).hasToString("\"a\" OR (\"b\" \"c\")");
    assertThat(A.not(B).not(C)).hasToString("(\"a\" NOT \"b\") NOT \"c\"");
    assertThat(A.not(B.not(C))).hasToString("\"a\" NOT (\"b\" NOT \"c\")");
    assertThat(A.in("x", "y\"z").in("x")).hasToString("{\"x\"} : ({\"x\" \"y\"\"z\"} : (\"a\"))");
    assertThat(A.notIn("x").or(B)).hasToString("(- {\"x\"} : (\"a\")) OR \"b\"");
    assertThat(SearchQuery.raw("a OR b").and(C)).hasToString("(a OR b) AND \"c\"");
    assertThat(SearchQuery.raw("a OR b")).hasToString("a OR b");
  }

  @Test
  void anEmptyQueryIsTheEmptySet() {
    assertThat(EMPTY).hasToString("\"\"");
    assertThat(EMPTY.isEmpty()).isTrue();
    assertThat(A.and(EMPTY)).isEqualTo(EMPTY);
    assertThat(EMPTY.and(A)).isEqualTo(EMPTY);
    assertThat(A.or(EMPTY)).isEqualTo(A);
    assertThat(EMPTY.or(A)).isEqualTo(A);
    assertThat(A.not(EMPTY)).isEqualTo(A);
    assertThat(EMPTY.not(A)).isEqualTo(EMPTY);
    assertThat(EMPTY.in("x")).isEqualTo(EMPTY);
    assertThat(SearchQuery.near(1, "", " ")).isEqualTo(EMPTY);
    assertThat(SearchQuery.raw(" ")).isEqualTo(EMPTY);
    assertThat(A.isEmpty()).isFalse();
  }

  @Test
  void aTextWithoutWordIsEmpty() {
    for (String text :
        List.of("", " ", "\0", "\n\t", "\u3000\u00a0", "\ud83d", "\ude00\ud83d", "\u001b")) {
      assertThat(SearchQuery.words(text)).isEqualTo(EMPTY);
      assertThat(SearchQuery.anyWord(text)).isEqualTo(EMPTY);
      assertThat(SearchQuery.phrase(text)).isEqualTo(EMPTY);
      assertThat(SearchQuery.startingWith(text)).isEqualTo(EMPTY);
      assertThat(SearchQuery.atStart(text)).isEqualTo(EMPTY);
    }
  }

  @Test
  void aRawExpressionThatCouldLeaveItsParenthesesIsRefused() {
    for (String expression :
        List.of("a) OR (b", "(a", "a)", "\"a", "a \"\"\" b", "a\0", "\"\0\"", "\"(\"(")) {
      assertThatThrownBy(() -> SearchQuery.raw(expression))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching("a search expression has .+, at index \\d+");
    }
    assertThat(SearchQuery.raw("(\")\" OR \"a\"\")(\")")).hasToString("(\")\" OR \"a\"\")(\")");
  }

  @Test
  void whatNoQueryCanBeIsRefused() {
    assertThatThrownBy(() -> SearchQuery.near(-1, "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a distance of -1");
    assertThatThrownBy(A::in)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no column to look in");
    assertThatThrownBy(() -> A.in("x\0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a column's name has a NUL");
    UnaryOperator<SearchQuery> deeper = query -> query.not(A);
    SearchQuery deepest = SearchQueries.repeat(A, 31, deeper);
    assertThatThrownBy(() -> deeper.apply(deepest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a search query of more than 30 levels");
  }
}
