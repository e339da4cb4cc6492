package dev.litmus.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void linesBecomeOne() {
    assertThat(line(" \n a\t\n{foo\n bar}\u3000{ b }\n")).isEqualTo("a {foo bar} {b}");
    assertThat(line("a\u001b[1m{ }b")).isEqualTo("a [1m{ }b");
    assertThat(line(" { } ")).isEmpty();
    assertThat(line("")).isEmpty();
  }

  @Test
  void theExcerptHasMostHits() {
    String text = "one {two} three four five {six} {seven} eight nine ten eleven";
    assertThat(excerpt(text, 12)).isEqualTo("…e {six} {seven} …");
    assertThat(excerpt(text, 18)).isEqualTo("…ve {six} {seven} eight…");
    assertThat(excerpt(text, 100)).isEqualTo(text);
    assertThat(excerpt("one two three", 7)).isEqualTo("one two…");
    assertThat(excerpt("one two {three}", 6)).isEqualTo("… {three}");
    assertThat(excerpt("one {abcdefghij} two", 6)).isEqualTo("… {abcde}…");
  }

  @Test
  void noCharacterIsCutInHalf() {
    Random random = new Random(9);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int left = random.nextInt(20); left > 0; left--) {
        text.append(random.nextBoolean() ? "\ud83d\ude00" : random.nextInt(3) == 0 ? "{x}" : "y");
      }
      int length = 1 + random.nextInt(10);
      HighlightedText excerpt = marked(text.toString()).excerpt(length);
      assertThat(excerpt.text().replace("…", "").length()).isLessThanOrEqualTo(length);
      assertThat(excerpt.text().codePoints().map(Character::getType).toArray())
          .doesNotContain(Character.SURROGATE);
    }
  }

  private static String line(String text) {
    return braces(marked(text).oneLine());
  }

  private static String excerpt(String text, int length) {
    return braces(marked(text).excerpt(length));
  }

  private static HighlightedText marked(String text) {
    return HighlightedText.parse(text, "{", "}");
  }

  private static String braces(HighlightedText text) {
    return text.render(part -> part, hit -> "{" + hit + "}");
  }
}
