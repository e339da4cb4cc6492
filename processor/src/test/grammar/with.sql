-- with-clause: one table
WITH a AS (SELECT 1) SELECT * FROM a

-- with-clause: several, with columns
WITH a(x, y) AS (SELECT 1, 2), b AS (SELECT x FROM a) SELECT * FROM a, b

-- with-clause: RECURSIVE
WITH RECURSIVE counter(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counter WHERE i < 10) SELECT i FROM counter

-- with-clause: recursive with order and limit
WITH RECURSIVE c(i) AS (VALUES (1) UNION SELECT i + 1 FROM c ORDER BY 1 DESC LIMIT 5 OFFSET 1) SELECT i FROM c

-- with-clause: MATERIALIZED and NOT MATERIALIZED
WITH a AS MATERIALIZED (SELECT 1), b AS NOT MATERIALIZED (SELECT 2) SELECT * FROM a, b

-- with-clause: before VALUES
WITH a AS (SELECT 1) VALUES (1), (2)

-- with-clause: before INSERT
WITH a(x) AS (SELECT 1) INSERT INTO numbers SELECT x FROM a

-- with-clause: before REPLACE
WITH a(x) AS (SELECT 1) REPLACE INTO numbers SELECT x FROM a

-- with-clause: before UPDATE
WITH a(x) AS (SELECT 1) UPDATE numbers SET n = x FROM a

-- with-clause: before DELETE
WITH a(x) AS (SELECT 1) DELETE FROM numbers WHERE n IN a

-- with-clause: inside an INSERT
INSERT INTO numbers WITH a(x) AS (SELECT 1) SELECT x FROM a

-- with-clause: inside another
WITH a AS (WITH b AS (SELECT 1 AS x) SELECT x FROM b) SELECT x FROM a

-- with-clause: quoted names
WITH "my table"("a b", [c]) AS (SELECT 1, 2) SELECT "a b", c FROM "my table"

-- with-clause: a table called materialized
WITH materialized AS (SELECT 1) SELECT * FROM materialized

-- explain: of a WITH clause
EXPLAIN QUERY PLAN WITH a AS (SELECT 1) SELECT * FROM a
