package dev.litmus.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.SqliteDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A function of the application's own in a query. */
class WordCountTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");

  @Test
  void theWordsOfAChatAreCounted() {
    try (SqliteDatabase chat = SqliteDatabase.inMemory("chat")) {
      chat.repository(ChatRepository.class).insert(new Chat("c", "Chat", NOW, NOW));
      MessageRepository messages = chat.repository(MessageRepository.class);
      messages.insertAll(
          List.of(said("1", "It's done, isn't it?"), said("2", "Ja — fertig!"), said("3", "…")));

      assertThat(messages.wordsOfChat("c")).isEqualTo(6);
      assertThat(messages.wordsOfChat("none")).isZero();
    }
  }

  private static Message said(String id, String content) {
    return new Message(id, "c", "user", content, NOW);
  }
}
