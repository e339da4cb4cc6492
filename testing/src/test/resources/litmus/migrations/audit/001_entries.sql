-- Up
CREATE TABLE entries (
  id INTEGER NOT NULL PRIMARY KEY,
  text TEXT NOT NULL
);

-- Down
DROP TABLE entries;
