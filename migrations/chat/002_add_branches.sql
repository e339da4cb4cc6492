-- Branches: a chat continued in another way from one of its messages.

-- Up
CREATE TABLE branches (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  chat_id TEXT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
  -- The message it continues from; NULL when that message is gone, or when the branch begins with the chat.
  parent_message_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

CREATE INDEX idx_branches_chat_created ON branches (chat_id, created_at);
CREATE INDEX idx_branches_parent_message_id ON branches (parent_message_id);

-- Until now nothing checked these columns. A name that leads nowhere becomes NULL, and every branch that messages speak
-- of gets its row.
UPDATE messages SET parent_id = NULL WHERE parent_id NOT IN (SELECT id FROM messages);

INSERT INTO branches (id, chat_id, name, created_at)
SELECT branch_id, chat_id, branch_id, min(timestamp)
FROM messages WHERE branch_id IS NOT NULL
GROUP BY branch_id;

-- A column gets a foreign key only by rebuilding its table: https://sqlite.org/lang_altertable.html#otheralter
-- Every reference to the old table stays, because foreign keys are not enforced while a migration runs.
CREATE TABLE messages_new (
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
  -- NULL is the chat's main line; without its branch a message has no place.
  branch_id TEXT REFERENCES branches (id) ON DELETE CASCADE,
  parent_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
  is_liked INTEGER NOT NULL DEFAULT 0 CHECK (is_liked IN (0, 1))
);

INSERT INTO messages_new (
  row_id, id, chat_id, role, content, model, token_count, generation_time, timestamp, branch_id, parent_id, is_liked)
SELECT
  row_id, id, chat_id, role, content, model, token_count, generation_time, timestamp, branch_id, parent_id, is_liked
FROM messages;

DROP TABLE messages;
ALTER TABLE messages_new RENAME TO messages;

CREATE INDEX idx_messages_chat_timestamp ON messages (chat_id, timestamp, id);
CREATE INDEX idx_messages_timestamp ON messages (timestamp);
CREATE INDEX idx_messages_branch_id ON messages (branch_id);
CREATE INDEX idx_messages_parent_id ON messages (parent_id);

-- Down
CREATE TABLE messages_old (
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

INSERT INTO messages_old (
  row_id, id, chat_id, role, content, model, token_count, generation_time, timestamp, branch_id, parent_id, is_liked)
SELECT
  row_id, id, chat_id, role, content, model, token_count, generation_time, timestamp, branch_id, parent_id, is_liked
FROM messages;

DROP TABLE messages;
DROP TABLE branches;
ALTER TABLE messages_old RENAME TO messages;

CREATE INDEX idx_messages_chat_timestamp ON messages (chat_id, timestamp, id);
CREATE INDEX idx_messages_timestamp ON messages (timestamp);
CREATE INDEX idx_messages_branch_id ON messages (branch_id);
