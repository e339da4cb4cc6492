package dev.litmus.benchmarks.compare.contender;

/** The SQL of all contenders that are given SQL. */
final class Texts {

  static final String FIND = """
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE id = ?""";
  static final String OF_CHAT = """
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = ? ORDER BY timestamp""";
  static final String ALL = """
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages""";
  static final String INSERT = """
      INSERT INTO messages (id, chat_id, role, content, model, token_count, timestamp, is_liked)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
  static final String PAGE = """
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = ? ORDER BY timestamp, id LIMIT ? OFFSET ?""";
  static final String COUNT = "SELECT count(*) FROM messages WHERE chat_id = ?";
  static final String FIRST = """
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = ? ORDER BY timestamp, id LIMIT ?""";
  static final String NEXT = """
      SELECT id, chat_id, role, content, model, token_count, timestamp, is_liked
      FROM messages WHERE chat_id = ? AND (timestamp, id) > (?, ?) ORDER BY timestamp, id LIMIT ?""";
  static final String SEARCH = """
      SELECT d.id, highlight(documents_fts, 0, '[', ']') AS text
      FROM documents_fts JOIN documents d ON d.id = documents_fts.rowid
      WHERE documents_fts MATCH ? ORDER BY documents_fts.rank, d.id LIMIT 50""";
  static final String CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)";

  private Texts() {}
}
