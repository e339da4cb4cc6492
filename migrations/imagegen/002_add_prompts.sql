-- Prompts as things of their own, and groups of images that later ones are made after.

-- Up
CREATE TABLE prompts (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL UNIQUE CHECK (text <> ''),
  is_favorite INTEGER NOT NULL DEFAULT 0 CHECK (is_favorite IN (0, 1)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  used_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

CREATE TABLE reference_groups (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

-- An image can be in several groups. Its order in one is that of row_id.
CREATE TABLE reference_group_images (
  row_id INTEGER PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES reference_groups (id) ON DELETE CASCADE,
  image_id TEXT NOT NULL REFERENCES images (id) ON DELETE CASCADE,
  UNIQUE (group_id, image_id)
);

CREATE INDEX idx_reference_group_images_image_id ON reference_group_images (image_id);

-- A text becomes a prompt once, with the id of the entry that had it first.
INSERT INTO prompts (id, text, created_at, used_at)
SELECT e.id, e.prompt, e.created_at, p.used_at
FROM (SELECT min(row_id) AS row_id, max(created_at) AS used_at FROM queue_entries GROUP BY prompt) p
JOIN queue_entries e ON e.row_id = p.row_id
ORDER BY e.row_id;

-- A NOT NULL column with a foreign key comes only with a new table: https://sqlite.org/lang_altertable.html#otheralter
CREATE TABLE queue_entries_new (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- What the queue still needs cannot be deleted.
  prompt_id TEXT NOT NULL REFERENCES prompts (id) ON DELETE RESTRICT,
  reference_group_id TEXT REFERENCES reference_groups (id) ON DELETE SET NULL,
  model TEXT NOT NULL,
  -- Pixels.
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 8192),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 8192),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

INSERT INTO queue_entries_new (row_id, id, prompt_id, model, width, height, created_at)
SELECT e.row_id, e.id, p.id, e.model, e.width, e.height, e.created_at
FROM queue_entries e
JOIN prompts p ON p.text = e.prompt;

DROP TABLE queue_entries;
ALTER TABLE queue_entries_new RENAME TO queue_entries;

CREATE INDEX idx_queue_entries_created_at ON queue_entries (created_at, id);
CREATE INDEX idx_queue_entries_prompt_id ON queue_entries (prompt_id);
CREATE INDEX idx_queue_entries_reference_group_id ON queue_entries (reference_group_id);

-- What an image shows stays known when the queue is cleared.
ALTER TABLE images ADD COLUMN prompt_id TEXT REFERENCES prompts (id) ON DELETE SET NULL;

UPDATE images
SET prompt_id = (
  SELECT e.prompt_id
  FROM jobs j
  JOIN queue_entries e ON e.id = j.queue_entry_id
  WHERE j.id = images.job_id);

-- The images of a prompt, newest first.
CREATE INDEX idx_images_prompt_created ON images (prompt_id, created_at, id);

-- Prompts that were used lately, and those among them that somebody likes.
CREATE INDEX idx_prompts_used_at ON prompts (used_at, id);
CREATE INDEX idx_prompts_favorite ON prompts (used_at, id) WHERE is_favorite = 1;

-- Down

-- What has no place there is given up: reference groups and their images, prompts that no entry has, favorites, when
-- a prompt was used, and what an image shows whose entry was cleared.
DROP INDEX idx_images_prompt_created;
ALTER TABLE images DROP COLUMN prompt_id;

CREATE TABLE queue_entries_old (
  row_id INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- 002 makes a table of these.
  prompt TEXT NOT NULL CHECK (prompt <> ''),
  model TEXT NOT NULL,
  -- Pixels.
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 8192),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 8192),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

INSERT INTO queue_entries_old (row_id, id, prompt, model, width, height, created_at)
SELECT e.row_id, e.id, p.text, e.model, e.width, e.height, e.created_at
FROM queue_entries e
JOIN prompts p ON p.id = e.prompt_id;

DROP TABLE queue_entries;
ALTER TABLE queue_entries_old RENAME TO queue_entries;
DROP TABLE reference_group_images;
DROP TABLE reference_groups;
DROP TABLE prompts;

CREATE INDEX idx_queue_entries_created_at ON queue_entries (created_at, id);
