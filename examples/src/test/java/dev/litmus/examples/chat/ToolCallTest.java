package dev.litmus.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.ConstraintException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ToolCallTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final Instant LATER = NOW.plusSeconds(2);

  private final SqliteDatabase chat = SqliteDatabase.inMemory("chat");
  private final ToolCallRepository calls = chat.repository(ToolCallRepository.class);

  @BeforeEach
  void fill() {
    chat.repository(ChatRepository.class).insert(new Chat("c", "Chat", NOW, NOW));
    chat.repository(MessageRepository.class)
        .insert(new Message("m", "c", "assistant", "I will look.", NOW));
    assertThat(calls.start("t1", "m", "read", "{\"path\": \"a\"}", NOW)).isZero();
    assertThat(calls.start("t2", "m", "read", "{\"path\": \"b\"}", NOW)).isEqualTo(1);
    assertThat(calls.start("t3", "m", "weather", "{}", NOW.minusSeconds(1))).isEqualTo(2);
  }

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void aCallEndsOnce() {
    assertThat(calls.succeed("t1", "\"text\"", LATER)).isTrue();
    assertThat(calls.fail("t1", "too late", LATER)).isFalse();
    assertThat(calls.succeed("t1", "\"other\"", LATER)).isFalse();
    assertThat(calls.fail("t2", "no such file", LATER)).isTrue();

    assertThat(calls.ofMessage("m"))
        .containsExactly(
            call(
                "t1",
                0,
                "read",
                "{\"path\": \"a\"}",
                ToolStatus.SUCCEEDED,
                "\"text\"",
                null,
                NOW,
                LATER),
            call(
                "t2",
                1,
                "read",
                "{\"path\": \"b\"}",
                ToolStatus.FAILED,
                null,
                "no such file",
                NOW,
                LATER),
            call(
                "t3",
                2,
                "weather",
                "{}",
                ToolStatus.RUNNING,
                null,
                null,
                NOW.minusSeconds(1),
                null));
  }

  @Test
  void whatRunsIsEndedWhenTheApplicationIs() {
    calls.succeed("t2", "1", LATER);
    assertThat(calls.running()).extracting(ToolCall::id).containsExactly("t3", "t1");

    assertThat(calls.failAll(LATER)).isEqualTo(2);

    assertThat(calls.running()).isEmpty();
    assertThat(calls.usage())
        .isEqualTo(Map.of("read", new ToolUse(2, 1), "weather", new ToolUse(1, 1)));
  }

  /** No call is deleted alone here, but the schema allows it. */
  @Test
  void aPlaceIsNotGivenTwice() {
    chat.sql().execute("DELETE FROM tool_calls WHERE id = 't1'");

    assertThat(calls.start("t4", "m", "read", "{}", NOW)).isEqualTo(3);
  }

  @Test
  void argumentsAndResultsAreJson() {
    assertThatThrownBy(() -> calls.start("t4", "m", "read", "{path: ", NOW))
        .isInstanceOf(ConstraintException.class);
    assertThatThrownBy(() -> calls.succeed("t1", "text", NOW))
        .isInstanceOf(ConstraintException.class);
  }

  private static ToolCall call(
      String id,
      int position,
      String tool,
      String arguments,
      ToolStatus status,
      String result,
      String error,
      Instant started,
      Instant finished) {
    return new ToolCall(
        id,
        "m",
        position,
        tool,
        arguments,
        status,
        Optional.ofNullable(result),
        Optional.ofNullable(error),
        started,
        Optional.ofNullable(finished));
  }
}
