package dev.litmus.benchmarks.data;

import dev.litmus.annotations.Batch;
import dev.litmus.annotations.Batch.Commit;
import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.KeysetPage;
import dev.litmus.runtime.KeysetRequest;
import dev.litmus.runtime.Page;
import dev.litmus.runtime.PageRequest;
import dev.litmus.runtime.search.SearchQuery;
import java.util.List;
import java.util.Optional;

/** The workloads' statements. */
@Database("bench")
public interface BenchRepository {

  /** W1. */
  @Query("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE id = :id""")
  Optional<Message> find(String id);

  /** W2. */
  @Query("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = :chatId ORDER BY timestamp""")
  List<Message> ofChat(String chatId);

  /** W3. */
  @Query("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages""")
  List<Message> all();

  /** W4. */
  @Query("""
      INSERT INTO messages (id, chat_id, role, content, model, token_count, timestamp, is_liked)
      VALUES (:message.id, :message.chatId, :message.role, :message.content, :message.model,
        :message.tokenCount, :message.timestamp, :message.isLiked)""")
  void insert(Message message);

  /** W5a. */
  @Query("""
      INSERT INTO messages (id, chat_id, role, content, model, token_count, timestamp, is_liked)
      VALUES (:messages.id, :messages.chatId, :messages.role, :messages.content, :messages.model,
        :messages.tokenCount, :messages.timestamp, :messages.isLiked)""")
  @Batch
  int insertAll(List<Message> messages);

  /** W5b. */
  @Query("""
      INSERT INTO messages (id, chat_id, role, content, model, token_count, timestamp, is_liked)
      VALUES (:messages.id, :messages.chatId, :messages.role, :messages.content, :messages.model,
        :messages.tokenCount, :messages.timestamp, :messages.isLiked)""")
  @Batch(size = 100, commit = Commit.CHUNK)
  int insertInChunks(List<Message> messages);

  /** W6a. */
  @Query("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = :chatId ORDER BY timestamp, id""")
  Page<Message> page(String chatId, PageRequest page);

  /** W6b. */
  @Query("""
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = :chatId ORDER BY timestamp, id""")
  KeysetPage<Message> scroll(String chatId, KeysetRequest from);

  /** W8. */
  @Query("""
      SELECT d.id, highlight(documents_fts, 0, '[', ']') AS "text!"
      FROM documents_fts JOIN documents d ON d.id = documents_fts.rowid
      WHERE documents_fts MATCH :words ORDER BY documents_fts.rank, d.id LIMIT 50""")
  List<Hit> search(SearchQuery words);
}
