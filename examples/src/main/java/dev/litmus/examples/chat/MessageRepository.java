package dev.litmus.examples.chat;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import java.util.Collection;
import java.util.List;

/**
 * The messages of the chats. Whoever reads a chat reads its main line; what was said in its branches is
 * {@link BranchRepository}'s. Counting and deleting take all of it.
 */
@Database("chat")
public interface MessageRepository {

  /** A chat's main line. */
  @Query("""
      SELECT id, chat_id, role, content, timestamp
      FROM messages
      WHERE chat_id = :chatId AND branch_id IS NULL
      ORDER BY timestamp, id""")
  List<Message> findByChat(String chatId);

  /** One page of a chat's main line, and how many messages that has in all. */
  @Query("""
      SELECT id, chat_id, role, content, timestamp
      FROM messages
      WHERE chat_id = :chatId AND branch_id IS NULL
      ORDER BY timestamp, id""")
  Page<Message> page(String chatId, PageRequest page);

  /** The messages behind or before a place in a chat's main line; those that arrive meanwhile shift nothing. */
  @Query("""
      SELECT id, chat_id, role, content, timestamp
      FROM messages
      WHERE chat_id = :chatId AND branch_id IS NULL
      ORDER BY timestamp, id""")
  KeysetPage<Message> scroll(String chatId, KeysetRequest from);

  @Query("SELECT count(*) FROM messages")
  int count();

  /** How many messages a chat has, in its main line and its branches. */
  @Query("SELECT count(*) FROM messages WHERE chat_id = :chatId")
  int countByChat(String chatId);

  /** How many words were said in a chat; {@link ChatFunctions} counts them. */
  @Query("SELECT coalesce(sum(word_count(content)), 0) FROM messages WHERE chat_id = :chatId")
  int wordsOfChat(String chatId);

  @Query("""
      INSERT INTO messages (id, chat_id, role, content, timestamp)
      VALUES (:message.id, :message.chatId, :message.role, :message.content, :message.timestamp)""")
  void insert(Message message);

  @Query("""
      INSERT INTO messages (id, chat_id, role, content, timestamp)
      VALUES (:messages.id, :messages.chatId, :messages.role, :messages.content, :messages.timestamp)""")
  @Batch
  int insertAll(List<Message> messages);

  @Query("UPDATE messages SET role = :role, content = :content WHERE id = :id")
  boolean change(String id, String role, String content);

  @Query("DELETE FROM messages WHERE id IN (:ids)")
  int deleteAll(Collection<String> ids);

  @Query("DELETE FROM messages WHERE chat_id = :chatId")
  int deleteByChat(String chatId);
}
