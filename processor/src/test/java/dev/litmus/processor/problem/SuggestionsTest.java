package dev.litmus.processor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

  private static final List<String> COLUMNS = List.of("id", "customer_id", "placed_at", "total");

  @ParameterizedTest
  @CsvSource({
    "totl, total",
    "ttoal, total",
    "totall, total",
    "tutal, total",
    "TOTAL, total",
    "customerId, customer_id",
    "di, id",
    "plcd_at, placed_at"
  })
  void aSlipOfTheFingerIsUnderstood(String word, String meant) {
    assertThat(Suggestions.nearest(word, COLUMNS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"sum", "x", "placed", "total_of_it_all"})
  void farNamesAreNotSuggested(String word) {
    assertThat(Suggestions.nearest(word, COLUMNS)).isEmpty();
  }

  @Test
  void aSingleLetterIsNoMisspeltLetter() {
    assertThat(Suggestions.nearest("x", List.of("o", "c"))).isEmpty();
    assertThat(Suggestions.nearest("O", List.of("o", "c"))).contains("o");
  }

  @Test
  void theNearerOneWinsAndThenTheFirstOfTheAlphabet() {
    assertThat(Suggestions.nearest("totals", List.of("tootals1", "total"))).contains("total");
    assertThat(Suggestions.nearest("ac", List.of("bc", "ab"))).contains("ab");
  }

  @Test
  void listsAreSortedAndEndAfterTen() {
    List<String> letters = IntStream.rangeClosed('a', 'l')
        .mapToObj(letter -> String.valueOf((char) ('a' + 'l' - letter)))
        .toList();

    assertThat(Suggestions.list(letters)).isEqualTo("a, b, c, d, e, f, g, h, i, j, and 2 more");
    assertThat(Suggestions.list(letters.subList(0, 10))).isEqualTo("c, d, e, f, g, h, i, j, k, l");
    assertThat(Suggestions.list(List.of())).isEqualTo("none");
    assertThat(Suggestions.inOrder(List.of("id", "customer_id"))).isEqualTo("id, customer_id");
  }
}
