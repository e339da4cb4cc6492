-- Up
CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  amount DECIMAL NOT NULL,
  conflict TEXT NOT NULL,
  text TEXT NOT NULL AS (amount || conflict)
);

CREATE TABLE lenient (
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL on  conflict replace DEFAULT ''
);

CREATE TABLE strict_entries (
  id INTEGER PRIMARY KEY,
  amount REAL NOT NULL,
  count INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Down
DROP TABLE entries;
DROP TABLE lenient;
DROP TABLE strict_entries;
