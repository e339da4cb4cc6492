package dev.litmus.examples.chat;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import dev.litmus.runtime.search.SearchQuery;
import java.util.List;

/** Full-text search over all messages. */
@Database("chat")
public interface MessageSearch {

  /** Finds messages, best first; {@code SearchQuery.words} takes anything that a person typed. */
  @Query("""
      SELECT m.id AS message_id, c.title AS chat_title, m.role,
             highlight(messages_fts, 0, char(0xFDD0), char(0xFDD1)) AS "text!"
      FROM messages_fts
      JOIN messages m ON m.row_id = messages_fts.rowid
      JOIN chats c ON c.id = m.chat_id
      WHERE messages_fts MATCH :query
      ORDER BY messages_fts.rank, m.id
      LIMIT :limit""")
  List<SearchHit> find(SearchQuery query, int limit);

  /** Finds messages of one chat. */
  @Query("""
      SELECT m.id AS message_id, c.title AS chat_title, m.role,
             snippet(messages_fts, 0, char(0xFDD0), char(0xFDD1), '…', 12) AS "text!"
      FROM messages_fts
      JOIN messages m ON m.row_id = messages_fts.rowid
      JOIN chats c ON c.id = m.chat_id
      WHERE messages_fts MATCH :query AND m.chat_id = :chatId
      ORDER BY messages_fts.rank, m.id
      LIMIT :limit""")
  List<SearchHit> findInChat(SearchQuery query, String chatId, int limit);

  /** Counts what {@link #find} would find without a limit. */
  @Query("SELECT count(*) FROM messages_fts WHERE messages_fts MATCH :query")
  int count(SearchQuery query);
}
