package dev.litmus.benchmarks.compare.contender;

import dev.litmus.benchmarks.data.Message;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A message as Hibernate has it. */
@Entity
@Table(name = "messages")
@Access(AccessType.FIELD)
class MessageEntity {

  @Id
  private String id;

  @Column(name = "chat_id")
  private String chatId;

  private String role;
  private String content;
  private @Nullable String model;

  @Column(name = "token_count")
  private int tokenCount;

  private String timestamp;

  @Column(name = "is_liked")
  private boolean isLiked;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected MessageEntity() {}

  MessageEntity(Message message) {
    id = message.id();
    chatId = message.chatId();
    role = message.role();
    content = message.content();
    model = message.model();
    tokenCount = message.tokenCount();
    timestamp = message.timestamp();
    isLiked = message.isLiked();
  }

  Message toMessage() {
    return new Message(id, chatId, role, content, model, tokenCount, timestamp, isLiked);
  }

  String id() {
    return id;
  }

  String timestamp() {
    return timestamp;
  }
}
