package dev.litmus.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.Databases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final String AWKWARD =
      "It's C++ and foo-bar, 100% of user@example.com, \"quoted\" AND <b>bold</b>";

  @TempDir
  private Path directory;

  private Databases databases;
  private MessageRepository messages;
  private MessageSearch search;

  @BeforeEach
  void open() {
    databases = Databases.open(directory);
    messages = databases.repository(MessageRepository.class);
    search = databases.repository(MessageSearch.class);
    databases.repository(ChatRepository.class).insert(new Chat("c", "Chat", NOW, NOW));
    messages.insert(new Message("c#1", "c", "user", "Nothing here\n" + AWKWARD + "\nat all", NOW));
    messages.insert(new Message("c#2", "c", "assistant", "an answer", NOW.plusMillis(1)));
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's",
        "C++",
        "foo-bar",
        "100%",
        "user@example.com",
        "\"quoted\"",
        "\"quoted",
        "AND",
        "<b>bold</b>",
        "it's   C++\t100%",
        "(it's)",
        "C*",
        "quoted ++ bold",
        "bold\u0000and"
      })
  void findsAwkwardWords(String typed) {
    assertThat(search.search(typed, 5)).extracting(SearchHit::messageId).containsExactly("c#1");
    assertThat(search.count(typed)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\n",
        "\"",
        "\"\"\"",
        "'",
        "++",
        "*",
        "(",
        ")",
        ":",
        "^",
        "-",
        "%",
        "\\",
        "\u0000",
        "\u0001",
        "\uD83D\uDE42",
        "\uD83D",
        "NEAR(a b, 2)",
        "content:x",
        "nosuch:word",
        "a OR b",
        "NOT",
        "--",
        ";",
        "x'y\"z"
      })
  void neverThrowsWhateverIsTyped(String typed) {
    assertThat(search.search(typed, 5)).isEmpty();
    assertThat(search.count(typed)).isZero();
  }

  @Test
  void neverThrowsForAnyCharacter() {
    // All of ASCII and Latin, and a sample of the rest.
    for (int c = 0; c <= 0xffff; c += c < 0x300 ? 1 : 97) {
      String typed = "nosuchword" + (char) c + "either " + (char) c;
      assertThat(search.search(typed, 1)).as("U+%04X", c).isEmpty();
    }
  }

  @Test
  void marksEachHitOnOneLine() {
    SearchHit hit = search.search("foo-bar bold", 5).get(0);

    assertThat(hit.chatTitle()).isEqualTo("Chat");
    assertThat(MarkedLine.of(hit).render(200, word -> "[" + word + "]"))
        .isEqualTo(
            "Nothing here It's C++ and [foo-bar], 100% of user@example.com, \"quoted\" AND <b>[bold]</b> at all");
  }

  @Test
  void followsChangesAndDeletions() {
    messages.change("c#2", "assistant", "another reply");
    assertThat(search.count("answer")).isZero();
    assertThat(search.count("reply")).isEqualTo(1);

    assertThat(messages.deleteAll(Set.of("c#2", "c#none"))).isEqualTo(1);
    assertThat(search.count("reply")).isZero();
  }

  @Test
  void cutsAroundMostHits() {
    MarkedLine line = new MarkedLine(
        "0123456789abcdefghij",
        List.of(new MarkedLine.Hit(2, 3), new MarkedLine.Hit(10, 12), new MarkedLine.Hit(13, 14)));

    assertThat(line.render(100, word -> "<" + word + ">")).isEqualTo("01<2>3456789<ab>c<d>efghij");
    assertThat(line.render(6, word -> "<" + word + ">")).isEqualTo("...9<ab>c<d>e...");
    assertThat(line.render(2, word -> "<" + word + ">")).isEqualTo("...<2>3...");
    assertThat(new MarkedLine("0123456789", List.of()).render(4, word -> "!")).isEqualTo("0123...");
  }

  @Test
  void marksThatAreInTheTextItselfAndControlCharactersDoNoHarm() {
    SearchHit hit =
        new SearchHit("m", "c", "user", "\u0003a \u0002\u0002b\u0003 \u001b[31mc\u0002");

    assertThat(MarkedLine.of(hit))
        .isEqualTo(new MarkedLine("a b [31mc", List.of(new MarkedLine.Hit(2, 3))));
  }
}
