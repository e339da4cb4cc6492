-- Snapshots: what a file was right before an entry of the transcript changed it.

-- Up
CREATE TABLE snapshots (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  session_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  -- Relative to the session's folder, with slashes on every system.
  path TEXT NOT NULL CHECK (path <> ''),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  -- NULL when there was no such file: going back deletes it.
  content BLOB,
  -- The state of a file at some entry is its first snapshot from there on: this index finds it.
  UNIQUE (session_id, path, sequence),
  -- Both columns, so that no snapshot can name an entry of another session. Without the entry it has no meaning.
  FOREIGN KEY (session_id, sequence) REFERENCES transcript_entries (session_id, sequence) ON DELETE CASCADE
);

CREATE INDEX idx_snapshots_session_sequence ON snapshots (session_id, sequence);

-- Down
DROP TABLE snapshots;
