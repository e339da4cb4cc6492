-- Coding sessions and their transcripts.

-- Up

-- As in the chat database: text ids for the application, and an INTEGER PRIMARY KEY that no VACUUM changes.
CREATE TABLE sessions (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  -- The folder that is worked in, an absolute path.
  working_directory TEXT NOT NULL CHECK (working_directory <> ''),
  model TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'completed', 'failed')),
  -- The chat that it began from, in the chat database. No foreign key reaches there: the chat can be gone, and whoever
  -- looks for it must expect that.
  chat_id TEXT,
  -- One format for all times, UTC with milliseconds and of fixed width: as text it sorts as time does.
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

CREATE TABLE transcript_entries (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  -- Counts within the session, from 1. A clock would not do: several entries can have the same millisecond.
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('prompt', 'answer', 'tool_use', 'tool_result', 'summary')),
  content TEXT NOT NULL,
  -- What the model read and wrote for it; nothing for what others said.
  input_tokens INTEGER NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),
  output_tokens INTEGER NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  -- The order of a transcript, and the index of the foreign key.
  UNIQUE (session_id, sequence)
);

-- All sessions, those of one folder, and those that are worked on, each newest first. The id breaks ties, so that a page
-- can be continued from (updated_at, id) without sorting.
CREATE INDEX idx_sessions_updated_at ON sessions (updated_at, id);
CREATE INDEX idx_sessions_directory_updated ON sessions (working_directory, updated_at, id);
CREATE INDEX idx_sessions_active ON sessions (updated_at, id) WHERE status = 'active';

-- Those that began from a chat: only they are in it.
CREATE INDEX idx_sessions_chat_created ON sessions (chat_id, created_at, id) WHERE chat_id IS NOT NULL;

-- Down
DROP TABLE transcript_entries;
DROP TABLE sessions;
