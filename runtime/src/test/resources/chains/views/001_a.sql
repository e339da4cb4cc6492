-- Up
CREATE TABLE t (id INTEGER PRIMARY KEY, g TEXT, n INTEGER);
INSERT INTO t VALUES (1, 'a', 1), (2, 'a', 2), (3, 'b;', 3), (4, NULL, 4);
CREATE VIEW one AS SELECT g, n FROM t WHERE g <> '; CREATE VIEW';
CREATE VIEW two (grp, total) AS SELECT g, sum(n) FROM one GROUP BY g;
CREATE VIEW IF NOT EXISTS three AS
  WITH x AS (SELECT grp, total, row_number() OVER (ORDER BY total DESC) AS place FROM two)
  SELECT * FROM x UNION ALL SELECT 'none', (SELECT count(*) FROM one), 0;
CREATE VIEW early AS SELECT * FROM late;
-- Down
DROP VIEW early;
DROP VIEW three;
DROP VIEW two;
DROP VIEW one;
DROP TABLE t;
