-- Up
CREATE TABLE t (
  a INTEGER CONSTRAINT "not; null" NOT NULL ON CONFLICT IGNORE,
  b TEXT UNIQUE ON CONFLICT REPLACE COLLATE NOCASE DEFAULT 'x; --',
  c DEFAULT (abs(-5)) CHECK (c IN (5, 6, '; END')),
  d TEXT DEFAULT "double; quoted",
  CONSTRAINT pk PRIMARY KEY (a, b),
  CHECK (length(b) < 9 /* ; */)
);
INSERT INTO t (a) VALUES (1);
INSERT INTO t (a, b) VALUES (NULL, 'no'), (2, 'Y'), (3, 'y');
-- Down
DROP TABLE t;
