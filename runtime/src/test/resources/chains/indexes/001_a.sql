-- Up
CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT COLLATE NOCASE, c JSON, d INTEGER);
INSERT INTO t VALUES (1, 'A', 'b', '{"k": [1, {"x;": 2}]}', NULL), (2, 'a', 'B;', '{}', 5), (3, NULL, '', NULL, 6);
CREATE UNIQUE INDEX t_partial ON t (a) WHERE d IS NULL AND a <> ';';
CREATE INDEX t_expression ON t (lower(a), json_extract(c, '$.k[1]."x;"') DESC, coalesce(d, 0) + 1);
CREATE INDEX t_collated ON t (a COLLATE RTRIM, b COLLATE BINARY DESC) WHERE b LIKE '%;%' ESCAPE '\';
CREATE UNIQUE INDEX IF NOT EXISTS t_b ON t (b) WHERE b NOT IN ('', 'x', '--');
CREATE UNIQUE INDEX IF NOT EXISTS t_b ON t (b);
REINDEX t_b;
-- Down
DROP INDEX t_b;
DROP TABLE t;
