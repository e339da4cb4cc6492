-- Repairs a chat database whose tables and search index the specification's own migrations have made. It follows
-- 001_initial, 002_add_branches and 003_add_fts, and has the next free number. docs/predecessor.md says why each part is
-- there.
-- irreversible the two forms of times are one, and the search index of before never worked

-- Up

-- Both tables are made anew, and what somebody has added to them would be gone. It stops this migration instead, while
-- compiling already: write it into the tables, indexes and triggers below, and its name here.
CREATE TABLE repair_finds (
  name TEXT CONSTRAINT "chats or messages have a column, index or trigger that this file does not make again" CHECK (name IS NULL)
);
INSERT INTO repair_finds
SELECT name FROM pragma_table_xinfo('chats') WHERE name NOT IN ('id', 'title', 'prompt_id', 'created_at', 'updated_at')
UNION ALL
SELECT name FROM pragma_table_xinfo('messages')
WHERE name NOT IN (
  'id', 'chat_id', 'role', 'content', 'model', 'token_count', 'generation_time', 'timestamp', 'branch_id', 'parent_id', 'is_liked')
UNION ALL
SELECT name FROM sqlite_schema
WHERE lower(tbl_name) IN ('chats', 'messages') AND type IN ('index', 'trigger') AND sql IS NOT NULL
  AND name NOT IN (
    'idx_messages_chat_id', 'idx_messages_timestamp', 'idx_messages_branch_id', 'messages_ai', 'messages_ad', 'messages_au');
DROP TABLE repair_finds;

-- First of all: with the old triggers, changing a message that the index does not know fails.
DROP TRIGGER messages_ai;
DROP TRIGGER messages_ad;
DROP TRIGGER messages_au;
DROP TABLE messages_fts;

-- Views, foreign keys and triggers of other tables go on to speak of chats and messages.
PRAGMA legacy_alter_table = ON;

-- An INTEGER PRIMARY KEY is kept by VACUUM, and a hidden rowid is not; what it was, it stays. The times have one form, UTC with
-- milliseconds, which sorts as time does. What is no date and time stays as it is. A TEXT PRIMARY KEY lets NULL
-- in: such a row gets an id.
CREATE TABLE chats_repaired (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  prompt_id TEXT,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);
INSERT INTO chats_repaired (row_id, id, title, prompt_id, created_at, updated_at)
SELECT
  rowid,
  coalesce(id, 'repaired-' || lower(hex(randomblob(16)))),
  title,
  prompt_id,
  CASE WHEN created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ][0-9][0-9]:[0-9][0-9]*'
    THEN coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', created_at), created_at) ELSE created_at END,
  CASE WHEN updated_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ][0-9][0-9]:[0-9][0-9]*'
    THEN coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', updated_at), updated_at) ELSE updated_at END
FROM chats;
DROP TABLE chats;
ALTER TABLE chats_repaired RENAME TO chats;

CREATE TABLE messages_repaired (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  chat_id TEXT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('user', 'assistant', 'system')),
  content TEXT NOT NULL,
  model TEXT,
  token_count INTEGER,
  generation_time INTEGER,
  timestamp TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  branch_id TEXT,
  parent_id TEXT,
  is_liked INTEGER DEFAULT 0
);
INSERT INTO messages_repaired (
  row_id, id, chat_id, role, content, model, token_count, generation_time, timestamp, branch_id, parent_id, is_liked)
SELECT
  rowid,
  coalesce(id, 'repaired-' || lower(hex(randomblob(16)))),
  chat_id,
  role,
  content,
  model,
  token_count,
  generation_time,
  CASE WHEN timestamp GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][T ][0-9][0-9]:[0-9][0-9]*'
    THEN coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', timestamp), timestamp) ELSE timestamp END,
  branch_id,
  parent_id,
  is_liked
FROM messages;
DROP TABLE messages;
ALTER TABLE messages_repaired RENAME TO messages;

PRAGMA legacy_alter_table = OFF;

CREATE INDEX idx_messages_chat_id ON messages (chat_id);
CREATE INDEX idx_messages_timestamp ON messages (timestamp);
CREATE INDEX idx_messages_branch_id ON messages (branch_id);

-- An index over a table can only have columns of that table. The id is found through row_id.
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

CREATE TRIGGER messages_ad AFTER DELETE ON messages BEGIN
  INSERT INTO messages_fts (messages_fts, rowid, content, chat_id)
  VALUES ('delete', old.row_id, old.content, old.chat_id);
END;

-- A like does not index the text again. chat_id is read from messages.
CREATE TRIGGER messages_au AFTER UPDATE OF content, row_id ON messages BEGIN
  INSERT INTO messages_fts (messages_fts, rowid, content, chat_id)
  VALUES ('delete', old.row_id, old.content, old.chat_id);
  INSERT INTO messages_fts (rowid, content, chat_id) VALUES (new.row_id, new.content, new.chat_id);
END;

-- All messages that there are, and a look whether the index agrees with them.
INSERT INTO messages_fts (messages_fts) VALUES ('rebuild');
INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1);
