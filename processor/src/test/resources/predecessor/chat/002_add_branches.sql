-- Up
CREATE TABLE branches (
  id TEXT PRIMARY KEY,
  chat_id TEXT NOT NULL REFERENCES chats(id) ON DELETE CASCADE,
  parent_message_id TEXT REFERENCES messages(id) ON DELETE SET NULL,
  created_at TEXT NOT NULL DEFAULT (datetime('now'))
);

CREATE VIEW liked AS SELECT id, content FROM messages WHERE is_liked = 1;

-- Down
DROP VIEW liked;
DROP TABLE branches;
