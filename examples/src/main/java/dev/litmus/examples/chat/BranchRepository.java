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

  /**
   * Says something in a branch, in answer to an earlier message.
   *
   * @param message what is said; its chat is the branch's, whatever it says itself
   * @throws dev.litmus.runtime.error.ConstraintException when there is no such branch
   */
  @Query("""
      INSERT INTO messages (id, chat_id, role, content, timestamp, branch_id, parent_id)
      VALUES (:message.id, (SELECT chat_id FROM branches WHERE id = :branchId), :message.role, :message.content,
              :message.timestamp, :branchId, :parentId)""")
  void say(String branchId, String parentId, Message message);

  /**
   * A branch as one reads it: its own messages, and before them those of the line that it leaves, up to where it does; and so
   * on to the chat's main line.
   */
  @Query("""
      WITH RECURSIVE lines (chat_id, branch_id, last_timestamp, last_id) AS (
        SELECT chat_id, id, NULL, NULL
        FROM branches
        WHERE id = :branchId
        UNION
        SELECT parent.chat_id, parent.branch_id, parent.timestamp, parent.id
        FROM lines
        JOIN branches b ON b.id = lines.branch_id
        JOIN messages parent ON parent.id = b.parent_message_id AND parent.chat_id = b.chat_id
      )
      SELECT DISTINCT m.id, m.chat_id, m.role, m.content, m.timestamp
      FROM lines
      JOIN messages m ON m.chat_id = lines.chat_id AND m.branch_id IS lines.branch_id
      WHERE lines.last_id IS NULL OR (m.timestamp, m.id) <= (lines.last_timestamp, lines.last_id)
      ORDER BY m.timestamp, m.id""")
  List<Message> messages(String branchId);

  /** Deletes a branch and what was said in it. Branches that leave it go on from where it left its own line. */
  @Query("DELETE FROM branches WHERE id = :id")
  boolean delete(String id);
}
