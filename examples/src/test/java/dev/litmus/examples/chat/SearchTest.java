package dev.litmus.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.search.SearchQuery;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final String AWKWARD =
      "It's C++ and foo-bar, 100% of user@example.com, \"quoted\" AND <b>bold</b>";

  private final SqliteDatabase chat = SqliteDatabase.inMemory("chat");
  private final MessageRepository messages = chat.repository(MessageRepository.class);
  private final MessageSearch search = chat.repository(MessageSearch.class);

  @BeforeEach
  void fill() {
    chat.repository(ChatRepository.class).insert(new Chat("c", "Chat", NOW, NOW));
    messages.insert(new Message("c#1", "c", "user", "Nothing here\n" + AWKWARD + "\nat all", NOW));
    messages.insert(new Message("c#2", "c", "assistant", "an answer", NOW.plusMillis(1)));
  }

  @AfterEach
  void close() {
    chat.close();
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
    assertThat(search.find(SearchQuery.words(typed), 5))
        .extracting(SearchHit::messageId)
        .containsExactly("c#1");
    assertThat(search.count(SearchQuery.words(typed))).isEqualTo(1);
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
    assertThat(search.find(SearchQuery.words(typed), 5)).isEmpty();
    assertThat(search.count(SearchQuery.words(typed))).isZero();
  }

  @Test
  void neverThrowsForAnyCharacter() {
    // All of ASCII and Latin, and a sample of the rest.
    for (int c = 0; c <= 0xffff; c += c < 0x300 ? 1 : 97) {
      String typed = "nosuchword" + (char) c + "either " + (char) c;
      assertThat(search.find(SearchQuery.words(typed), 1)).as("U+%04X", c).isEmpty();
    }
  }

  @Test
  void marksEachHitOnOneLine() {
    SearchHit hit = search.find(SearchQuery.words("foo-bar bold"), 5).get(0);

    assertThat(hit.chatTitle()).isEqualTo("Chat");
    assertThat(hit.text().oneLine().render(text -> text, word -> "[" + word + "]"))
        .isEqualTo(
            "Nothing here It's C++ and [foo-bar], 100% of user@example.com, \"quoted\" AND <b>[bold]</b> at all");
  }

  @Test
  void followsChangesAndDeletions() {
    messages.change("c#2", "assistant", "another reply");
    assertThat(search.count(SearchQuery.words("answer"))).isZero();
    assertThat(search.count(SearchQuery.words("reply"))).isEqualTo(1);

    assertThat(messages.deleteAll(Set.of("c#2", "c#none"))).isEqualTo(1);
    assertThat(search.count(SearchQuery.words("reply"))).isZero();
  }

  @Test
  void inHtmlNothingOfTheTextIsATag() {
    SearchHit hit = search.find(SearchQuery.words("bold"), 5).get(0);

    assertThat(hit.text().html()).endsWith("&lt;b&gt;<mark>bold</mark>&lt;/b&gt;\nat all");
  }

  @Test
  void oneChatIsSearchedAlone() {
    SearchQuery anything = SearchQuery.anyWord("nothing answer");

    assertThat(search.find(anything, 5)).hasSize(2);
    assertThat(search.findInChat(anything, "c", 5)).hasSize(2);
    assertThat(search.findInChat(anything, "d", 5)).isEmpty();
  }
}
