package dev.litmus.examples.chat;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Key;
import dev.litmus.annotations.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chats. */
@Database("chat")
public interface ChatRepository {

  @Query("SELECT id, title, created_at, updated_at FROM chats WHERE id = :id")
  Optional<Chat> findById(String id);

  @Query("""
      SELECT c.id, c.title, count(*) AS messages, sum(length(m.content)) AS characters
      FROM chats c
      JOIN messages m ON m.chat_id = c.id
      GROUP BY c.id
      ORDER BY messages DESC, c.id
      LIMIT :limit""")
  List<ChatSummary> longest(int limit);

  /** The titles of chats by their ids; whoever asks from another database finds out so which of them are gone. */
  @Query("SELECT id, title FROM chats WHERE id IN (:ids) ORDER BY id")
  @Key("id")
  Map<String, String> titles(Collection<String> ids);

  @Query("SELECT count(*) FROM chats")
  int count();

  @Query("""
      INSERT INTO chats (id, title, created_at, updated_at)
      VALUES (:chat.id, :chat.title, :chat.createdAt, :chat.updatedAt)""")
  void insert(Chat chat);

  @Query("UPDATE chats SET title = :title, updated_at = :now WHERE id = :id")
  boolean rename(String id, String title, Instant now);

  @Query("UPDATE chats SET updated_at = :now WHERE id = :id")
  boolean touch(String id, Instant now);

  @Query("DELETE FROM chats WHERE id = :id")
  boolean delete(String id);
}
