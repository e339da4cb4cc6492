-- Chats and their messages.

-- Up

-- The application knows chats and messages by their text ids. Each table has an INTEGER PRIMARY KEY beside them:
-- without one VACUUM may renumber the rows, and whatever refers to a rowid (full-text search does) then finds others.
-- https://sqlite.org/rowidtable.html
CREATE TABLE chats (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  prompt_id TEXT,
  -- One format for all times, UTC with milliseconds and of fixed width: as text it sorts as time does.
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

CREATE TABLE messages (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  chat_id TEXT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('user', 'assistant', 'system')),
  content TEXT NOT NULL,
  model TEXT,
  token_count INTEGER,
  -- Milliseconds.
  generation_time INTEGER,
  timestamp TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  -- 002 makes these two refer to what they mean.
  branch_id TEXT,
  parent_id TEXT,
  is_liked INTEGER NOT NULL DEFAULT 0 CHECK (is_liked IN (0, 1))
);

-- The list of chats, newest first.
CREATE INDEX idx_chats_updated_at ON chats (updated_at);

-- A chat's messages in order, and the foreign key: one index on chat_id alone would only repeat its beginning. The id
-- breaks ties, so that a page can be continued from (timestamp, id) without sorting.
CREATE INDEX idx_messages_chat_timestamp ON messages (chat_id, timestamp, id);

-- Messages of all chats by time.
CREATE INDEX idx_messages_timestamp ON messages (timestamp);

CREATE INDEX idx_messages_branch_id ON messages (branch_id);

-- Down
DROP TABLE messages;
DROP TABLE chats;
