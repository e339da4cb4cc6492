package dev.litmus.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Queries find what their methods say. */
class SearchResultsTest {

  static final List<String> TOKENIZERS = SearchTable.TOKENIZERS;

  /**
   * The model knows nothing of FTS5's queries: it asks the index for the tokens of each word and of each text, and looks
   * for the ones within the others, as they follow each other.
   */
  @ParameterizedTest
  @FieldSource("TOKENIZERS")
  void wordsAreFoundInExactlyTheTextsThatHaveAllOfThem(String tokenizer) throws SQLException {
    Random random = new Random(4);
    try (SearchTable table = new SearchTable(tokenizer)) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        texts.add(SearchWords.of(TypedTexts.text(random) + " " + TypedTexts.text(random)).stream()
            .reduce("", (a, b) -> a + " " + b));
        table.add("", texts.get(i));
      }
      List<List<String>> indexed = table.tokens(texts);
      int hits = 0;
      for (String typed : TypedTexts.all(1_500, 5)) {
        List<List<String>> words = table.tokens(distinctStart(typed));
        words.removeIf(List::isEmpty);
        List<Integer> all = new ArrayList<>();
        List<Integer> any = new ArrayList<>();
        for (int row = 0; row < indexed.size(); row++) {
          List<String> tokens = indexed.get(row);
          long found = words.stream()
              .filter(word -> Collections.indexOfSubList(tokens, word) >= 0)
              .count();
          if (found > 0) {
            any.add(row + 1);
          }
          if (found > 0 && found == words.size()) {
            all.add(row + 1);
          }
        }
        assertThat(table.find(SearchQuery.words(typed)))
            .as(typed)
            .containsExactlyInAnyOrderElementsOf(all);
        assertThat(table.find(SearchQuery.anyWord(typed)))
            .as(typed)
            .containsExactlyInAnyOrderElementsOf(any);
        hits += all.size();
      }
      assertThat(hits).isGreaterThan(200);
    }
  }

  private static List<String> distinctStart(String typed) {
    return SearchWords.of(typed).stream().distinct().limit(1_000).toList();
  }

  @Test
  void everyMethodFindsWhatItSays() throws SQLException {
    try (SearchTable table = new SearchTable("unicode61")) {
      table.add("red fox", "the quick red fox jumps");
      table.add("fox", "a red and a quick fox");
      table.add("quick start", "it's C++, category 1");
      assertThat(table.find(SearchQuery.words("fox red"))).containsExactlyInAnyOrder(1, 2);
      assertThat(table.find(SearchQuery.words("fox +++"))).containsExactlyInAnyOrder(1, 2);
      assertThat(table.find(SearchQuery.words("+++"))).isEmpty();
      assertThat(table.find(SearchQuery.words("IT'S c++"))).containsExactly(3);
      assertThat(table.find(SearchQuery.words("s'it"))).isEmpty();
      assertThat(table.find(SearchQuery.phrase("red fox"))).containsExactly(1);
      assertThat(table.find(SearchQuery.anyWord("jumps start"))).containsExactlyInAnyOrder(1, 3);
      assertThat(table.find(SearchQuery.words("cat"))).isEmpty();
      assertThat(table.find(SearchQuery.startingWith("quick cat"))).containsExactly(3);
      assertThat(table.find(SearchQuery.startingWith("qui category"))).isEmpty();
      assertThat(table.find(SearchQuery.atStart("quick"))).containsExactly(3);
      assertThat(table.find(SearchQuery.near(2, "red", "fox").in("body"))).containsExactly(1);
      assertThat(table.find(SearchQuery.near(3, "fox", "red").in("body")))
          .containsExactlyInAnyOrder(1, 2);
      assertThat(table.find(SearchQuery.words("quick").in("title"))).containsExactly(3);
      assertThat(table.find(SearchQuery.words("quick").notIn("body"))).containsExactly(3);
      assertThat(table.find(SearchQuery.words("quick").not(SearchQuery.words("red"))))
          .containsExactly(3);
      assertThat(table.find(SearchQuery.raw("fox NOT jumps OR category")))
          .containsExactlyInAnyOrder(2, 3);
      assertThat(
              table.find(SearchQuery.raw("fox NOT jumps OR category").and(SearchQuery.words("a"))))
          .containsExactly(2);
    }
  }

  @Test
  void namesOfColumnsAreQuoted() throws SQLException {
    try (SearchTable table = new SearchTable("unicode61")) {
      table.execute("CREATE VIRTUAL TABLE odd USING fts5(\"we\"\"ird } : x\", \"AND\")");
      table.execute("INSERT INTO odd VALUES ('foo', 'bar')");
      for (String column : List.of("we\"ird } : x", "AND")) {
        table.execute(
            "SELECT * FROM odd WHERE odd MATCH ?",
            SearchQuery.words("foo").in(column).toString());
      }
      assertThatThrownBy(() -> table.find(SearchQuery.words("foo").in("nosuch")))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("no such column: nosuch");
    }
  }

  @Test
  void porterHasNoBeginningsOfWhatItShortens() throws SQLException {
    try (SearchTable plain = new SearchTable("unicode61");
        SearchTable porter = new SearchTable("porter unicode61")) {
      for (SearchTable table : Arrays.asList(plain, porter)) {
        table.add("", "running");
      }
      SearchQuery typing = SearchQuery.startingWith("runni");
      assertThat(plain.find(typing)).containsExactly(1);
      assertThat(porter.find(typing)).isEmpty();
    }
  }
}
