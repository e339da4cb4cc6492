-- Up
CREATE TABLE secrets (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  secret TEXT UNIQUE,
  pin INTEGER,
  owner TEXT NOT NULL
);
-- Down
DROP TABLE secrets;
