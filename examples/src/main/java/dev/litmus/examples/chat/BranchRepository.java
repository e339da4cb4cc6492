package dev.litmus.examples.chat;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

/** The branches of chats. */
@Database("chat")
public interface BranchRepository {

  @Query("""
      INSERT INTO branches (id, chat_id, parent_message_id, name, created_at)
      VALUES (:branch.id, :branch.chatId, :branch.parentMessageId, :branch.name, :branch.createdAt)""")
  void insert(Branch branch);

  /** The branches of a chat, in the order in which they began. */
  @Query("""
      SELECT id, chat_id, parent_message_id, name, created_at
      FROM branches
      WHERE chat_id = :chatId
      ORDER BY created_at, id""")
  List<Branch> ofChat(String chatId);

  /** Says something in a branch, in answer to an earlier message. */
  @Query("""
      INSERT INTO messages (id, chat_id, role, content, timestamp, branch_id, parent_id)
      VALUES (:message.id, :message.chatId, :message.role, :message.content, :message.timestamp, :branchId, :parentId)""")
  void say(String branchId, String parentId, Message message);

  /** A branch as one reads it: the chat's main line up to where it leaves it, and its own messages. */
  @Query("""
      SELECT m.id, m.chat_id, m.role, m.content, m.timestamp
      FROM branches b
      JOIN messages m ON m.chat_id = b.chat_id
      LEFT JOIN messages parent ON parent.id = b.parent_message_id
      WHERE b.id = :branchId
        AND (m.branch_id = b.id
          OR (m.branch_id IS NULL AND (m.timestamp, m.id) <= (parent.timestamp, parent.id)))
      ORDER BY m.timestamp, m.id""")
  List<Message> messages(String branchId);

  /** Deletes a branch and what was said in it. */
  @Query("DELETE FROM branches WHERE id = :id")
  boolean delete(String id);
}
