-- Up
CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT UNIQUE, n INTEGER DEFAULT 0);
INSERT INTO t (k, n) VALUES ('a', 1), ('b', 2), ('c', 3);
INSERT INTO t (k, n) VALUES ('a', 9), ('d', 4) ON CONFLICT (k) DO UPDATE SET n = excluded.n WHERE excluded.n > t.n RETURNING id, k || ';';
INSERT OR IGNORE INTO t (k) VALUES ('b'), ('e');
INSERT OR REPLACE INTO t (id, k, n) VALUES (1, 'c', 30);
UPDATE t SET n = s.n + 100 FROM (SELECT 'd' AS k, 5 AS n) AS s WHERE s.k = t.k;
UPDATE OR IGNORE t SET k = 'e' WHERE k = 'b';
WITH big AS (SELECT id FROM t WHERE n > 100) DELETE FROM t WHERE id IN big RETURNING *;
WITH RECURSIVE n(i) AS (VALUES (10) UNION ALL SELECT i + 1 FROM n WHERE i < 20)
INSERT INTO t (id, k) SELECT i, 'n' || i FROM n;
UPDATE t SET (k, n) = (SELECT t.k || ';', count(*) FROM t AS x WHERE x.id < t.id) WHERE id > 15;
VALUES (1), (2);
SELECT * FROM t, t AS u;
EXPLAIN SELECT * FROM t;
EXPLAIN QUERY PLAN DELETE FROM t;
-- Down
DROP TABLE t;
