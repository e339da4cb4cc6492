-- The queue of image generation: what was asked for, the jobs that this takes, and the images that come of them.

-- Up

-- As in the chat database: text ids for the application, and an INTEGER PRIMARY KEY that no VACUUM changes.
CREATE TABLE queue_entries (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- 002 makes a table of these.
  prompt TEXT NOT NULL CHECK (prompt <> ''),
  model TEXT NOT NULL,
  -- Pixels.
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 8192),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 8192),
  -- One format for all times, UTC with milliseconds and of fixed width: as text it sorts as time does.
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

-- One job makes one image. How far an entry is, its jobs say: a column for that could only contradict them.
CREATE TABLE jobs (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  queue_entry_id TEXT NOT NULL REFERENCES queue_entries (id) ON DELETE CASCADE,
  seed INTEGER NOT NULL,
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'running', 'done', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  max_attempts INTEGER NOT NULL DEFAULT 3 CHECK (max_attempts >= 1),
  -- Who has it, or had it last.
  worker TEXT,
  -- Why the last attempt failed; gone with the first that does not.
  error TEXT,
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  -- The last attempt.
  started_at TEXT,
  finished_at TEXT,
  -- The same seed would make the same image again. It is the index of the foreign key as well.
  UNIQUE (queue_entry_id, seed),
  CHECK (attempts <= max_attempts),
  CHECK ((attempts = 0) = (started_at IS NULL)),
  CHECK ((started_at IS NULL) = (worker IS NULL)),
  CHECK (status = 'pending' OR attempts > 0),
  CHECK ((finished_at IS NOT NULL) = (status IN ('done', 'failed'))),
  CHECK (status <> 'failed' OR error IS NOT NULL),
  CHECK (status <> 'done' OR error IS NULL)
);

CREATE TABLE images (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- Whoever clears the queue keeps the images. UNIQUE: of a job that two workers did, only one could bring its image.
  job_id TEXT UNIQUE REFERENCES jobs (id) ON DELETE SET NULL,
  media_type TEXT NOT NULL CHECK (media_type LIKE 'image/_%'),
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 8192),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 8192),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  -- Last, as in attachments of chats. In the database, so that a backup of it has everything.
  content BLOB NOT NULL
);

-- The next job to do, first come, first served: the first row of this index, however many jobs are done.
CREATE INDEX idx_jobs_pending ON jobs (created_at, id) WHERE status = 'pending';

-- What is being done, and takes too long.
CREATE INDEX idx_jobs_running ON jobs (started_at) WHERE status = 'running';

-- How far an entry is: answered from the index alone.
CREATE INDEX idx_jobs_entry_status ON jobs (queue_entry_id, status);

CREATE INDEX idx_queue_entries_created_at ON queue_entries (created_at, id);

-- The gallery, newest first.
CREATE INDEX idx_images_created_at ON images (created_at, id);

-- Down
DROP TABLE images;
DROP TABLE jobs;
DROP TABLE queue_entries;
