-- Up
ALTER TABLE accounts ADD COLUMN owner TEXT NOT NULL DEFAULT 'unknown';

-- Down
ALTER TABLE accounts DROP COLUMN owner;
