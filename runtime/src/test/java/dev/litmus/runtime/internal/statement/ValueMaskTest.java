package dev.litmus.runtime.internal.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueMaskTest {

  private static final int ERROR = 1;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fts5: syntax error near \"a\"b\"      | fts5: syntax error near \"…\"",
        "JSON path error near '[x'             | JSON path error near '…'",
        "strange: 'a' is not 'b'               | strange: '…'",
        "strange \"a\" thing                   | strange \"…\" thing",
        "strange words                         | strange words",
        "malformed JSON                        | malformed JSON"
      })
  void whatIsQuotedGoes(String words, String masked) {
    assertThat(ValueMask.mask(ERROR, words, List.of())).isEqualTo(masked);
  }

  @Test
  void boundTextsGoFromSentencesThatAreNotKnown() {
    assertThat(ValueMask.mask(ERROR, "strange: secret secretly", List.of("secret", "secretly")))
        .isEqualTo("strange: … …");
    assertThat(ValueMask.mask(ERROR, "strange: ab", List.of("ab", ""))).isEqualTo("strange: ab");
    assertThat(ValueMask.mask(ERROR, "malformed JSON", List.of("JSON")))
        .isEqualTo("malformed JSON");
    assertThat(ValueMask.mask(10, "disk I/O error", List.of("disk"))).isEqualTo("disk I/O error");
  }

  @Test
  void missingNamesGoWhenTheyCameFromAValue() {
    assertThat(ValueMask.mask(ERROR, "no such column: T.body", List.of("x")))
        .isEqualTo("no such column: T.body");
    assertThat(ValueMask.mask(ERROR, "no such column: T.body", List.of("\"t.BODY\" : x")))
        .isEqualTo("no such column: …");
    assertThat(ValueMask.mask(ERROR, "no such column: word", List.of()))
        .isEqualTo("no such column: …");
    assertThat(ValueMask.mask(ERROR, "no such table: notes", List.of("my notes")))
        .isEqualTo("no such table: notes");
    assertThat(ValueMask.mask(ERROR, "no such function: f", List.of("f(1)")))
        .isEqualTo("no such function: …");
  }

  @Test
  void wordsOfConstraintsAreThoseOfTheSchema() {
    assertThat(ValueMask.mask(2067, "UNIQUE constraint failed: chats.id", List.of("chats")))
        .isEqualTo("UNIQUE constraint failed: chats.id");
    assertThat(ValueMask.mask(1811, "'chats' are 'full'", List.of("chats")))
        .isEqualTo("'…' are 'full'");
  }
}
