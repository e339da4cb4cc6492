-- Up
CREATE TABLE orders (id INTEGER PRIMARY KEY, placed_at TEXT NOT NULL);
CREATE TABLE settings (name TEXT PRIMARY KEY);

-- Down
DROP TABLE settings;
DROP TABLE orders;
