package dev.litmus.benchmarks.growth;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.benchmarks.data.Message;
import java.util.List;

/** Rows made by SQLite itself: ten million take minutes. They depend on nothing but their number. */
@Database("bench")
public interface RowsRepository {

  /** Chats by number. */
  @Query("""
      WITH RECURSIVE n (i) AS (SELECT :first UNION ALL SELECT i + 1 FROM n WHERE i < :last)
      INSERT INTO chats (id, title, created_at, updated_at)
      SELECT printf('c%08d', i), printf('Chat %d', i), '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'
      FROM n""")
  int addChats(long first, long last);

  /** Messages by number, so many of them to a chat, each with ids that grow with time. */
  @Query("""
      WITH RECURSIVE n (i) AS (SELECT :first UNION ALL SELECT i + 1 FROM n WHERE i < :last)
      INSERT INTO messages (id, chat_id, role, content, model, token_count, timestamp, is_liked)
      SELECT printf('m%031d', i), printf('c%08d', i / :perChat), iif(i % 2 = 0, 'user', 'assistant'),
        printf('Message %d. %0160d', i, (i * 7919) % 1000003), iif(i % 2 = 0, NULL, 'model-1'), i % 500,
        printf('2026-01-01T%012dZ', i), i % 10 = 0
      FROM n""")
  int addMessages(long first, long last, long perChat);

  /**
   * Documents by number, of ten words each: one word of ten documents, "often", is in all whose number 10 divides; "seldom" is in
   * every document that so many lie between; the rest come from 20,000 words.
   */
  @Query("""
      WITH RECURSIVE n (i) AS (SELECT :first UNION ALL SELECT i + 1 FROM n WHERE i < :last)
      INSERT INTO documents (id, content)
      SELECT i + 1, printf('w%d w%d w%d w%d w%d w%d w%d w%d %s %s',
        (i * 7919 + 1) % 20000, (i * 104729 + 2) % 20000, (i * 1299709 + 3) % 20000, (i * 15485863 + 4) % 20000,
        (i * 32452843 + 5) % 20000, (i * 49979687 + 6) % 20000, (i * 67867967 + 7) % 20000, (i * 86028121 + 8) % 20000,
        iif(i % 10 = 0, 'often', 'else'), iif(i % :seldom = 0, 'seldom', 'usual'))
      FROM n""")
  int addDocuments(long first, long last, long seldom);

  /** A page by OFFSET, of which nobody counts the whole. */
  @Query("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = :chatId ORDER BY timestamp, id LIMIT :limit OFFSET :offset""")
  List<Message> behind(String chatId, int limit, long offset);
}
