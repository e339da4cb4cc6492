package dev.litmus.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.ConstraintException;
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

  @Test
  void aBranchOfABranchHasBothUpToWhereItLeavesThem() {
    continueFrom("b1");

    assertThat(branches.messages("n"))
        .extracting(Message::id)
        .containsExactly("m1", "m2", "b1", "n1");
  }

  @Test
  void aBranchThatContinuesFromItselfHasItsOwnMessages() {
    branches.delete("b");
    messages.insert(said("x", 4));
    branches.insert(branch("b", Optional.of("x"), NOW));
    chat.sql().execute("UPDATE messages SET branch_id = 'b' WHERE id = 'x'");

    assertThat(branches.messages("b")).extracting(Message::id).containsExactly("x");
  }

  /** It continues from the message before, and where that is none, from where its own line began. */
  @Test
  void aBranchOutlivesTheMessageItContinuesFrom() {
    continueFrom("b1");

    messages.deleteAll(List.of("m2"));
    assertThat(branches.messages("b")).extracting(Message::id).containsExactly("m1", "b1", "b2");
    messages.deleteAll(List.of("b1"));
    assertThat(branches.messages("n")).extracting(Message::id).containsExactly("m1", "n1");
    messages.deleteAll(List.of("m1", "m3"));
    assertThat(branches.messages("n")).extracting(Message::id).containsExactly("n1");
  }

  @Test
  void aBranchOutlivesTheBranchItContinuesFrom() {
    continueFrom("b2");

    branches.delete("b");

    assertThat(branches.messages("n")).extracting(Message::id).containsExactly("m1", "m2", "n1");
  }

  @Test
  void aChatTakesItsBranchesAlong() {
    continueFrom("b1");

    assertThat(chat.repository(ChatRepository.class).delete("c")).isTrue();

    assertThat(messages.count()).isZero();
    assertThat(branches.ofChat("c")).isEmpty();
  }

  @Test
  void whatIsSaidInABranchIsSaidInItsChat() {
    chat.repository(ChatRepository.class).insert(new Chat("d", "Other chat", NOW, NOW));

    branches.say("b", "b2", new Message("b3", "d", "user", "Where am I?", NOW.plusSeconds(6)));

    assertThat(branches.messages("b")).extracting(Message::id).contains("b3");
    assertThatThrownBy(() -> branches.say("?", "b2", said("x", 7)))
        .isInstanceOf(ConstraintException.class);
  }

  @Test
  void aChatIsReadWithoutItsBranches() {
    List<String> main = List.of("m1", "m2", "m3");

    assertThat(messages.findByChat("c")).extracting(Message::id).isEqualTo(main);
    Page<Message> page = messages.page("c", PageRequest.first(5));
    assertThat(page.items()).extracting(Message::id).isEqualTo(main);
    assertThat(page.total()).isEqualTo(3);
    assertThat(messages.scroll("c", KeysetRequest.first(5)).items())
        .extracting(Message::id)
        .isEqualTo(main);
    assertThat(messages.countByChat("c")).isEqualTo(5);
  }

  private void continueFrom(String parent) {
    branches.insert(branch("n", Optional.of(parent), NOW.plusSeconds(2)));
    branches.say("n", parent, said("n1", 6));
  }

  private static Branch branch(String id, Optional<String> parent, Instant time) {
    return new Branch(id, "c", parent, "Another way", time);
  }

  private static Message said(String id, int second) {
    return new Message(id, "c", "user", "I am " + id, NOW.plusSeconds(second));
  }
}
