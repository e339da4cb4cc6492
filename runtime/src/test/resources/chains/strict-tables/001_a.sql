-- Up
CREATE TABLE s (id INTEGER PRIMARY KEY, i INT, r REAL, t TEXT, b BLOB, a ANY) STRICT;
INSERT INTO s VALUES (1, '7', 1, 5, x'01', '007'), (2, 3.0, '2.5', 'x', NULL, 3.0), (3, NULL, NULL, NULL, zeroblob(3), x'31');
-- Down
DROP TABLE s;
