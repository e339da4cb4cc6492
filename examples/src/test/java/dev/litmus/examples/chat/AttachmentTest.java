package dev.litmus.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.litmus.examples.bytes.Bytes;
import dev.litmus.runtime.SqliteDatabase;
import dev.litmus.runtime.error.BatchException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachmentTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.000Z");
  private static final Bytes PICTURE = Bytes.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});

  private final SqliteDatabase chat = SqliteDatabase.inMemory("chat");
  private final AttachmentRepository attachments = chat.repository(AttachmentRepository.class);

  @BeforeEach
  void fill() {
    chat.repository(ChatRepository.class).insert(new Chat("c", "Chat", NOW, NOW));
    chat.repository(MessageRepository.class)
        .insertAll(List.of(
            new Message("m1", "c", "user", "Look", NOW),
            new Message("m2", "c", "user", "Well", NOW)));
    attachments.insertAll(List.of(
        attachment("a2", 1, "notes.txt", "text/plain", Bytes.ofText("Grüße")),
        attachment("a1", 0, "rain.png", "image/png", PICTURE)));
  }

  @AfterEach
  void close() {
    chat.close();
  }

  @Test
  void aMessageListsWhatItCarriesInOrder() {
    assertThat(attachments.ofMessage("m1"))
        .containsExactly(
            new AttachmentSummary("a1", "rain.png", "image/png", 5),
            new AttachmentSummary("a2", "notes.txt", "text/plain", 7));
  }

  @Test
  void aFileComesBackAsItWas() {
    assertThat(attachments.content("a1")).contains(PICTURE);
    assertThat(attachments.content("a2")).map(Bytes::text).contains("Grüße");
    assertThat(attachments.content("a3")).isEmpty();
  }

  @Test
  void onlyMessagesWithAttachmentsAreCounted() {
    assertThat(attachments.counts(List.of("m1", "m2"))).isEqualTo(Map.of("m1", 2));

    assertThat(attachments.delete("a1")).isTrue();
    assertThat(attachments.counts(List.of("m1", "m2"))).isEqualTo(Map.of("m1", 1));
  }

  @Test
  void oneThatCannotBeAttachedLeavesNoOther() {
    assertThatThrownBy(() -> attachments.insertAll(List.of(
            attachment("a3", 2, "more.txt", "text/plain", Bytes.ofText("")),
            attachment("a4", 0, "late.png", "image/png", PICTURE))))
        .isInstanceOf(BatchException.class)
        .hasMessageContaining("item 1");
    assertThat(attachments.ofMessage("m1")).hasSize(2);
  }

  private static Attachment attachment(
      String id, int position, String name, String mediaType, Bytes content) {
    return new Attachment(id, "m1", position, name, mediaType, NOW, content);
  }
}
