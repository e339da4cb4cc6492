-- Up
CREATE TABLE samples (
  id INTEGER PRIMARY KEY,
  an_int INTEGER,
  a_long INTEGER,
  a_double REAL,
  a_boolean INTEGER,
  text TEXT,
  bytes BLOB,
  taken_at TEXT
);
