-- The registry of artifacts: what was made in any of the databases, in one list.

-- Up
CREATE TABLE artifacts (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('document', 'code', 'image')),
  title TEXT NOT NULL,
  media_type TEXT NOT NULL CHECK (media_type LIKE '_%/_%'),
  -- Where it lies: an id in another database, that no foreign key can reach and that may lead nowhere one day.
  source_database TEXT NOT NULL CHECK (source_database IN ('chat', 'code', 'imagegen')),
  source_id TEXT NOT NULL CHECK (source_id <> ''),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  -- Registered once, however often it is registered.
  UNIQUE (source_database, source_id)
);

-- All of them, and those of one kind, newest first.
CREATE INDEX idx_artifacts_created_at ON artifacts (created_at, id);
CREATE INDEX idx_artifacts_kind_created ON artifacts (kind, created_at, id);

-- Down
DROP TABLE artifacts;
