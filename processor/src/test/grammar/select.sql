-- select-core: values alone
SELECT 1

-- select-core: DISTINCT and ALL
SELECT DISTINCT status FROM orders

-- select-core: ALL says nothing
SELECT ALL status FROM orders

-- result-column: stars
SELECT *, orders.*, "orders".*, 'orders'.*, [o].*, o.id FROM orders, orders o

-- result-column: star of an alias
SELECT o.*, c.* FROM orders o, customers c

-- result-column: aliases
SELECT id AS a, id b, id AS "c d", id 'e', id AS [f], id `g`, id "h" FROM orders

-- from-clause: alias with and without AS
SELECT o.id, c.id FROM orders AS o, customers c

-- from-clause: a quoted alias
SELECT "the order".id, 1 FROM orders "the order", customers 'c', numbers AS [n]

-- from-clause: the database
SELECT id FROM main.orders AS o

-- from-clause: INDEXED BY
SELECT id FROM orders o INDEXED BY orders_by_status WHERE status = 'open'

-- from-clause: NOT INDEXED
SELECT id FROM orders NOT INDEXED WHERE status = 'open'

-- from-clause: an index that does not exist
-- refused: no such index
SELECT id FROM orders INDEXED BY "none"

-- from-clause: a table-valued function
SELECT j.key, t.value FROM json_each('[1, 2]') AS j, json_tree(:tree, '$.a') t

-- from-clause: a table-valued function without arguments
SELECT name FROM pragma_function_list() WHERE 0

-- from-clause: a table-valued function with its database
SELECT value FROM main.json_each('[1]')

-- from-clause: a query
SELECT s.n FROM (SELECT n FROM numbers) AS s, (VALUES (1), (2)) v

-- from-clause: a query without a name
SELECT n FROM (SELECT n FROM numbers)

-- from-clause: a query with WITH, a compound query
SELECT * FROM (WITH w(a) AS (SELECT 1) SELECT a FROM w UNION SELECT 2 ORDER BY 1 LIMIT 1) q

-- where-clause
SELECT id FROM orders WHERE total > 1 AND status = 'open'

-- group-by-clause: with and without HAVING
SELECT status, count(*) FROM orders GROUP BY status

-- group-by-clause: several terms
SELECT status, customer_id, sum(total) FROM orders WHERE id > 1 GROUP BY status, customer_id + 1 HAVING sum(total) > 10

-- having: without GROUP BY
SELECT count(*) FROM orders HAVING count(*) > 1

-- compound-operator: each
SELECT 1 UNION SELECT 2 UNION ALL SELECT 3 INTERSECT SELECT 4 EXCEPT SELECT 5

-- compound-operator: with VALUES
SELECT 1, 2 UNION ALL VALUES (3, 4), (5, 6)

-- compound-operator: VALUES first
VALUES (1) UNION SELECT 2 ORDER BY 1

-- values-clause
VALUES (1, 'a', NULL), (2, 'b', x'00')

-- values-clause: as an operand of EXCEPT
VALUES (1), (2) EXCEPT VALUES (2)

-- order-by-clause: directions and NULLs
SELECT id FROM orders ORDER BY total, status ASC, placed_at DESC, 1 NULLS FIRST, id DESC NULLS LAST

-- order-by-clause: expressions and collations
SELECT name FROM customers ORDER BY name COLLATE RTRIM DESC, length(name) + 1, -id

-- order-by-clause: of a compound query
SELECT id AS k FROM orders UNION SELECT id FROM customers ORDER BY k DESC

-- limit-clause: count
SELECT id FROM orders LIMIT 10

-- limit-clause: count and offset
SELECT id FROM orders LIMIT :count OFFSET :offset + 1

-- limit-clause: offset, count
SELECT id FROM orders LIMIT ?, ?

-- limit-clause: of a compound query
SELECT 1 UNION SELECT 2 LIMIT 1 OFFSET 1

-- select-stmt: all clauses
WITH w AS (SELECT 1 AS x) SELECT DISTINCT o.status AS s, count(*) c FROM orders o JOIN w ON w.x = o.id WHERE o.total > 1 GROUP BY o.status HAVING c > 1 ORDER BY c DESC LIMIT 3 OFFSET 1

-- explain: the program and the plan
EXPLAIN SELECT id FROM orders

-- explain: query plan
EXPLAIN QUERY PLAN SELECT id FROM orders WHERE id = 1

-- explain: of a change
EXPLAIN QUERY PLAN UPDATE orders SET total = 1
