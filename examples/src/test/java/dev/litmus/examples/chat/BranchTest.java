package dev.litmus.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.litmus.runtime.SqliteDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BranchTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");

  private final SqliteDatabase chat = SqliteDatabase.inMemory("chat");
  private final MessageRepository messages = chat.repository(MessageRepository.class);
  private final BranchRepository branches = chat.repository(BranchRepository.class);

  @BeforeEach
  void fill() {
    chat.repository(ChatRepository.class).insert(new Chat("c", "Chat", NOW, NOW));
    messages.insertAll(List.of(said("m1", 1), said("m2", 2), said("m3", 3)));
    branches.insert(branch("b", Optional.of("m2"), NOW.plusSeconds(1)));
    branches.say("b", "m2", said("b1", 4));
    branches.say("b", "b1", said("b2", 5));
  }

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void aBranchHasTheMainLineUpToWhereItLeavesIt() {
    assertThat(branches.messages("b"))
        .extracting(Message::id)
        .containsExactly("m1", "m2", "b1", "b2");
  }

  @Test
  void aBranchThatBeginsWithTheChatHasItsOwnMessagesAlone() {
    branches.insert(branch("a", Optional.empty(), NOW));
    branches.say("a", "m1", said("a1", 6));

    assertThat(branches.messages("a")).extracting(Message::id).containsExactly("a1");
    assertThat(branches.ofChat("c"))
        .containsExactly(
            branch("a", Optional.empty(), NOW), branch("b", Optional.of("m2"), NOW.plusSeconds(1)));
  }

  @Test
  void aBranchIsDeletedWithWhatWasSaidInIt() {
    assertThat(branches.delete("b")).isTrue();

    assertThat(messages.findByChat("c")).extracting(Message::id).containsExactly("m1", "m2", "m3");
    assertThat(branches.delete("b")).isFalse();
  }

  private static Branch branch(String id, Optional<String> parent, Instant time) {
    return new Branch(id, "c", parent, "Another way", time);
  }

  private static Message said(String id, int second) {
    return new Message(id, "c", "user", "I am " + id, NOW.plusSeconds(second));
  }
}
