package dev.litmus.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.internal.statement.Texts;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** No text that anybody types is an error of FTS5, whatever is made of it. Seeded. */
class SearchQuerySafetyTest {

  /** For each tokenizer, and others for each: more than 10,000 in all. */
  private static final int MADE_UP = 2_500;

  static final List<String> TOKENIZERS = SearchTable.TOKENIZERS;

  @ParameterizedTest
  @FieldSource("TOKENIZERS")
  void everyTextIsAValidQuery(String tokenizer) throws SQLException {
    try (SearchTable table = filled(tokenizer)) {
      for (String text : TypedTexts.all(MADE_UP, tokenizer.hashCode())) {
        for (SearchQuery query : SearchQueries.simple(text)) {
          assertValid(table, query);
        }
      }
    }
  }

  @ParameterizedTest
  @FieldSource("TOKENIZERS")
  void everyCombinationIsAValidQuery(String tokenizer) throws SQLException {
    SearchQuery foo = SearchQuery.words("foo");
    try (SearchTable table = filled(tokenizer)) {
      for (String text : TypedTexts.all(0, 2)) {
        for (SearchQuery query : SearchQueries.simple(text)) {
          for (SearchQuery combined : SearchQueries.combined(query, foo)) {
            assertValid(table, combined);
          }
        }
      }
      Random random = new Random(tokenizer.hashCode());
      for (int i = 0; i < MADE_UP; i++) {
        assertValid(table, SearchQueries.random(random));
      }
    }
  }

  @Test
  void theDeepestQueriesAreRead() throws SQLException {
    SearchQuery near = SearchQuery.near(5, "foo", "bar").or(SearchQuery.atStart("foo bar"));
    SearchQuery foo = SearchQuery.words("foo");
    List<UnaryOperator<SearchQuery>> levels = List.of(
        query -> query.in("title", "body"),
        query -> query.notIn("title"),
        query -> foo.not(query),
        query -> query.not(foo),
        query -> foo.or(foo.and(query)));
    try (SearchTable table = filled("unicode61")) {
      for (UnaryOperator<SearchQuery> level : levels) {
        SearchQuery query = near;
        int count = 0;
        try {
          for (; count < 40; count++) {
            query = level.apply(query);
            assertValid(table, query);
          }
        } catch (IllegalArgumentException e) {
          assertThat(e).hasMessageContaining("levels");
        }
        assertThat(count).isBetween(15, 30);
      }
    }
  }

  @Test
  void aPastedBookIsCut() throws SQLException {
    StringBuilder book = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      book.append("word").append(i).append(' ');
    }
    try (SearchTable table = filled("unicode61")) {
      for (SearchQuery query : SearchQueries.simple(book.toString())) {
        assertValid(table, query);
      }
      table.add("", book.substring(0, book.indexOf("word999 ")));
      table.add("", book.substring(0, book.indexOf("word1000")));
      assertThat(table.find(SearchQuery.words(book.toString()))).hasSize(1);
      assertThat(table.find(SearchQuery.words("word1000 " + book))).isEmpty();
      assertThat(table.find(SearchQuery.startingWith(book + "wor"))).hasSize(1);
    }
  }

  private static SearchTable filled(String tokenizer) throws SQLException {
    SearchTable table = new SearchTable(tokenizer);
    table.add("foo", "running bar");
    table.add("a b", "foo bar !!!");
    return table;
  }

  private static void assertValid(SearchTable table, SearchQuery query) {
    assertThat(query.expression()).doesNotContain("\0");
    assertThat(Texts.unpairedSurrogate(query.expression())).isEqualTo(-1);
    try {
      table.find(query);
    } catch (SQLException e) {
      throw new AssertionError("not a query: " + query, e);
    }
  }
}
