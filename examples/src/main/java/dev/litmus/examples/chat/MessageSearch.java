package dev.litmus.examples.chat;

import dev.litmus.annotations.Database;
import dev.litmus.annotations.Query;
import java.util.List;

/** Full-text search over all messages. */
@Database("chat")
public interface MessageSearch {

  /**
   * Finds messages that contain every word that a person typed, best first.
   *
   * @param typed anything at all; no character has a special meaning
   * @param limit how many at most
   */
  default List<SearchHit> search(String typed, int limit) {
    return SearchTerms.of(typed).map(terms -> find(terms, limit)).orElse(List.of());
  }

  /** Counts what {@link #search} would find without a limit. */
  default int count(String typed) {
    return SearchTerms.of(typed).map(this::countFound).orElse(0);
  }

  /** Takes FTS5's own query language; what a person typed goes through {@link #search}. */
  @Query("""
      SELECT m.id AS message_id, c.title AS chat_title, m.role,
             highlight(messages_fts, 0, char(2), char(3)) AS marked
      FROM messages_fts
      JOIN messages m ON m.row_id = messages_fts.rowid
      JOIN chats c ON c.id = m.chat_id
      WHERE messages_fts MATCH :terms
      ORDER BY messages_fts.rank, m.id
      LIMIT :limit""")
  List<SearchHit> find(String terms, int limit);

  /** Takes FTS5's own query language, as {@link #find} does. */
  @Query("SELECT count(*) FROM messages_fts WHERE messages_fts MATCH :terms")
  int countFound(String terms);
}
