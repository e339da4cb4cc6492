-- Up
CREATE TABLE vals (
  id INTEGER PRIMARY KEY,
  a_byte INTEGER NOT NULL, a_short INTEGER NOT NULL, a_float REAL NOT NULL,
  boxed_byte INTEGER, boxed_short INTEGER, boxed_float REAL,
  big_integer INTEGER, decimal TEXT, uuid TEXT, key BLOB,
  date TEXT, date_time TEXT, time TEXT, duration INTEGER,
  uri TEXT, path TEXT, level TEXT, priority INTEGER, state TEXT,
  tags TEXT, weight REAL,
  maybe_text TEXT, maybe_level TEXT, maybe_tags TEXT, maybe_int INTEGER, maybe_long INTEGER, maybe_double REAL
);
-- Down
DROP TABLE vals;
