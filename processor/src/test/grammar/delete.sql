-- delete-stmt
DELETE FROM numbers

-- delete-stmt: WHERE
DELETE FROM orders WHERE id = :id AND status <> 'open'

-- delete-stmt: the database, an alias
DELETE FROM main.orders AS o WHERE o.id = 1

-- delete-stmt: INDEXED BY
DELETE FROM orders INDEXED BY orders_by_status WHERE status = 'open'

-- delete-stmt: NOT INDEXED
DELETE FROM orders NOT INDEXED WHERE status = 'open'

-- returning-clause
DELETE FROM orders WHERE id = 1 RETURNING id AS gone, total * 2

-- returning-clause: star
DELETE FROM numbers RETURNING *

-- delete-stmt-limited: LIMIT
DELETE FROM orders LIMIT 10

-- delete-stmt-limited: ORDER BY and LIMIT
DELETE FROM orders WHERE id > 1 ORDER BY total DESC NULLS LAST LIMIT 10 OFFSET 5

-- delete-stmt-limited: offset, count, behind RETURNING
DELETE FROM orders WHERE id > 1 RETURNING id ORDER BY total LIMIT 5, 10

-- delete-stmt-limited: ORDER BY without LIMIT
-- refused: ORDER BY without LIMIT on DELETE
DELETE FROM orders ORDER BY id

-- delete-stmt: with a query inside
DELETE FROM orders WHERE id IN (SELECT order_id FROM order_lines) OR EXISTS (SELECT 1 FROM customers WHERE id = orders.customer_id)
