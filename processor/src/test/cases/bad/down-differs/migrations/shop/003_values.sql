-- Up
ALTER TABLE settings ADD COLUMN value TEXT;

-- Down
DROP TABLE settings;
CREATE TABLE settings (id INTEGER, name TEXT);
