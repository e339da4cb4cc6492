package dev.litmus.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.search.HighlightedText.Span;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HighlightedTextTest {

  static final List<String> TOKENIZERS = SearchTable.TOKENIZERS;

  private static final List<String> PIECES = List.of(
      "<",
      ">",
      "&",
      "\"",
      "'",
      "<script>alert(1)</script>",
      "<mark>",
      "</mark>",
      "&lt;",
      "&#60;",
      "<!--",
      "]]>",
      "\ufdd0",
      "\ufdd1",
      "\ufdd0",
      "\ufdd1",
      "foo",
      "bar",
      " ",
      " ",
      "\n",
      "\t",
      "\0",
      "\ud83d",
      "\ude00",
      "\ud83d\ude00",
      "\u00e9",
      "javascript:",
      "[",
      "]");

  private static final Pattern ESCAPED = Pattern.compile("(?:[^<>&\"']|&(?:lt|gt|amp|quot|#39);)*");
  private static final Pattern MARKED =
      Pattern.compile("(?:" + ESCAPED + "(?:<mark>" + ESCAPED + "</mark>)?)*+");

  @Test
  void marksBecomeSpans() {
    HighlightedText text = parse("a {foo} <b>{bar}");
    assertThat(text.text()).isEqualTo("a foo <b>bar");
    assertThat(text.spans()).containsExactly(new Span(2, 5), new Span(9, 12));
    assertThat(text.html()).isEqualTo("a <mark>foo</mark> &lt;b&gt;<mark>bar</mark>");
    assertThat(text.html("span", "hit \"1\""))
        .isEqualTo("a <span class=\"hit &quot;1&quot;\">foo</span> &lt;b&gt;"
            + "<span class=\"hit &quot;1&quot;\">bar</span>");
    assertThat(text.render(part -> part, hit -> "*" + hit + "*")).isEqualTo("a *foo* <b>*bar*");
    assertThat(HighlightedText.parse(null)).isNull();
  }

  @Test
  void marksWithoutPartnerAreDropped() {
    assertThat(parse("}a{b{c}d}e{}f{"))
        .isEqualTo(new HighlightedText("abcdef", List.of(new Span(2, 3))));
    assertThat(parse("{}{{}}")).isEqualTo(new HighlightedText("", List.of()));
    assertThat(HighlightedText.parse("<<b>b>x</b>", "<b>", "</b>").html())
        .isEqualTo("&lt;<mark>b&gt;x</mark>");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> HighlightedText.parse("a", "", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("marks that cannot be told apart");
    assertThatThrownBy(() -> HighlightedText.parse("a", "xx", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> parse("a").html("script", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hits cannot be marked with the tag `script`, but with one of"
            + " [b, em, i, mark, span, strong, u]");
    assertThatThrownBy(() -> new HighlightedText("abc", List.of(new Span(0, 2), new Span(1, 3))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HighlightedText("abc", List.of(new Span(1, 4))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Span(1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> parse("a").excerpt(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noTextBecomesATag() {
    Random random = new Random(6);
    for (int i = 0; i < 20_000; i++) {
      String content = content(random);
      HighlightedText text = Objects.requireNonNull(HighlightedText.parse(content));
      assertThat(text.text()).isEqualTo(content.replaceAll("[\ufdd0\ufdd1]", ""));
      HighlightedText line = text.oneLine();
      HighlightedText excerpt = line.excerpt(1 + random.nextInt(12));
      for (HighlightedText form : List.of(text, line, text.excerpt(5), excerpt)) {
        assertThat(form.html()).as(content).matches(MARKED);
      }
    }
  }

  /** Content that has the marks itself, found by FTS5 and marked once more. */
  @ParameterizedTest
  @FieldSource("TOKENIZERS")
  void contentWithMarksIsNoTagEither(String tokenizer) throws SQLException {
    Random random = new Random(7);
    try (SearchTable table = new SearchTable(tokenizer)) {
      for (int i = 0; i < 1_000; i++) {
        table.add("", content(random));
      }
      List<String> marked =
          table.marked(SearchQuery.words("foo"), HighlightedText.OPEN, HighlightedText.CLOSE);
      assertThat(marked).hasSizeGreaterThan(50).allSatisfy(found -> {
        HighlightedText text = Objects.requireNonNull(HighlightedText.parse(found));
        assertThat(text.html()).matches(MARKED);
      });
    }
  }

  /** Marks that the content does not have say where the hits really are. */
  @ParameterizedTest
  @FieldSource("TOKENIZERS")
  void spansAreWhereFts5Marks(String tokenizer) throws SQLException {
    Random random = new Random(8);
    try (SearchTable table = new SearchTable(tokenizer)) {
      for (int i = 0; i < 1_000; i++) {
        table.add("", content(random).replaceAll("[\ufdd0\ufdd1\0\ud83d\ude00]", "\ud83c\udf89"));
      }
      for (SearchQuery query : List.of(
          SearchQuery.words("foo"),
          SearchQuery.anyWord("foo bar"),
          SearchQuery.phrase("foo bar"),
          SearchQuery.startingWith("fo"))) {
        List<String> expected = table.marked(query, "\u0002", "\u0003");
        List<String> marked = table.marked(query, HighlightedText.OPEN, HighlightedText.CLOSE);
        assertThat(marked).hasSameSizeAs(expected);
        for (int i = 0; i < marked.size(); i++) {
          HighlightedText text = Objects.requireNonNull(HighlightedText.parse(marked.get(i)));
          assertThat(text.render(part -> part, hit -> "\u0002" + hit + "\u0003"))
              .isEqualTo(expected.get(i));
        }
      }
    }
  }

  private static String content(Random random) {
    StringBuilder content = new StringBuilder();
    for (int left = random.nextInt(12); left > 0; left--) {
      content.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return content.toString();
  }

  private static HighlightedText parse(String braces) {
    return Objects.requireNonNull(HighlightedText.parse(
        braces.replace("{", HighlightedText.OPEN).replace("}", HighlightedText.CLOSE)));
  }
}
