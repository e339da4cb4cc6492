-- What messages carry besides text: attached files, and the tools that an assistant calls.

-- Up
CREATE TABLE attachments (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  -- Its place in the message, from 0.
  position INTEGER NOT NULL CHECK (position >= 0),
  file_name TEXT NOT NULL CHECK (file_name <> ''),
  media_type TEXT NOT NULL CHECK (media_type LIKE '_%/_%'),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  -- The bytes, and last: whatever only lists attachments stops reading the row before them, and length(content) needs
  -- none of them. https://sqlite.org/intern-v-extern-blob.html
  content BLOB NOT NULL,
  -- The order, and the index of the foreign key.
  UNIQUE (message_id, position)
);

CREATE TABLE tool_calls (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  -- Its place in the message, from 0.
  position INTEGER NOT NULL CHECK (position >= 0),
  tool TEXT NOT NULL CHECK (tool <> ''),
  arguments TEXT NOT NULL CHECK (json_valid(arguments)),
  status TEXT NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'succeeded', 'failed')),
  result TEXT CHECK (json_valid(result)),
  error TEXT,
  started_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  finished_at TEXT,
  UNIQUE (message_id, position),
  -- A result belongs to success, an error to failure, and an end to both.
  CHECK ((result IS NOT NULL) = (status = 'succeeded')),
  CHECK ((error IS NOT NULL) = (status = 'failed')),
  CHECK ((finished_at IS NULL) = (status = 'running'))
);

-- What runs now, which is little of all that ever ran.
CREATE INDEX idx_tool_calls_running ON tool_calls (started_at, id) WHERE status = 'running';

-- How often each tool was called, and how that ended: answered from the index alone.
CREATE INDEX idx_tool_calls_tool_status ON tool_calls (tool, status);

-- Down
DROP TABLE tool_calls;
DROP TABLE attachments;
