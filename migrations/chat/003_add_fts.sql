-- Full-text search over the messages.

-- Up

-- An external-content index keeps words only and reads the text from messages when it is asked for it, so each of its
-- columns must be one of messages, and content_rowid a key that no VACUUM changes.
-- https://sqlite.org/fts5.html#external_content_tables
CREATE VIRTUAL TABLE messages_fts USING fts5(
  content,
  chat_id UNINDEXED,
  content='messages',
  content_rowid='row_id',
  tokenize='porter unicode61'
);

CREATE TRIGGER messages_ai AFTER INSERT ON messages BEGIN
  INSERT INTO messages_fts (rowid, content, chat_id) VALUES (new.row_id, new.content, new.chat_id);
END;

-- INSERT OR REPLACE deletes the old row without a word unless recursive_triggers is on: use that or an upsert.
CREATE TRIGGER messages_ad AFTER DELETE ON messages BEGIN
  INSERT INTO messages_fts (messages_fts, rowid, content, chat_id)
  VALUES ('delete', old.row_id, old.content, old.chat_id);
END;

-- Only what the index holds: a like must not index the text again. chat_id is read from messages, never from here,
-- but row_id says which message the words belong to.
CREATE TRIGGER messages_au AFTER UPDATE OF content, row_id ON messages BEGIN
  INSERT INTO messages_fts (messages_fts, rowid, content, chat_id)
  VALUES ('delete', old.row_id, old.content, old.chat_id);
  INSERT INTO messages_fts (rowid, content, chat_id) VALUES (new.row_id, new.content, new.chat_id);
END;

-- The messages that are already there: without this they are not found, and deleting one fails.
INSERT INTO messages_fts (messages_fts) VALUES ('rebuild');

-- Down
DROP TRIGGER messages_au;
DROP TRIGGER messages_ad;
DROP TRIGGER messages_ai;
DROP TABLE messages_fts;
