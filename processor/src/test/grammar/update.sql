-- update-stmt: one column
UPDATE orders SET total = 1

-- update-stmt: several columns, WHERE
UPDATE orders SET total = total + :more, status = 'paid' WHERE id = :id

-- update-stmt: == assigns as well
UPDATE numbers SET n == 1

-- update-stmt: a row of columns
UPDATE orders SET (total, status) = (1, 'paid')

-- update-stmt: a row of columns from a query
UPDATE orders SET (total, status) = (SELECT price, product FROM order_lines), placed_at = NULL

-- update-stmt: a row of one column
UPDATE orders SET (total) = (1)

-- update-stmt: the database, an alias
UPDATE main.orders AS o SET total = o.total

-- update-stmt: INDEXED BY
UPDATE orders INDEXED BY orders_by_status SET total = 1 WHERE status = 'open'

-- update-stmt: alias and NOT INDEXED
UPDATE orders AS o NOT INDEXED SET total = 1 WHERE status = 'open'

-- update-stmt: OR with each action
UPDATE OR ROLLBACK orders SET total = 1

-- update-stmt: OR ABORT
UPDATE OR ABORT orders SET total = 1

-- update-stmt: OR FAIL
UPDATE OR FAIL orders SET total = 1

-- update-stmt: OR IGNORE
UPDATE OR IGNORE orders SET total = 1

-- update-stmt: OR REPLACE
UPDATE OR REPLACE orders SET total = 1

-- update-stmt: FROM
UPDATE orders SET total = l.price FROM order_lines AS l WHERE l.order_id = orders.id

-- update-stmt: FROM with a join
UPDATE orders SET total = l.price FROM order_lines l JOIN customers c ON c.id = l.position, numbers WHERE l.order_id = orders.id

-- update-stmt: FROM a query
UPDATE orders SET total = s.t FROM (SELECT order_id, sum(price) AS t FROM order_lines GROUP BY order_id) AS s WHERE s.order_id = orders.id

-- returning-clause
UPDATE orders SET total = 1 WHERE id = 1 RETURNING id, total AS t, *

-- update-stmt-limited: ORDER BY and LIMIT
UPDATE orders SET total = 1 WHERE id > 1 ORDER BY id DESC LIMIT 5

-- update-stmt-limited: LIMIT with OFFSET
UPDATE orders SET total = 1 LIMIT 5 OFFSET 2

-- update-stmt-limited: behind RETURNING
UPDATE orders SET total = 1 RETURNING id ORDER BY id LIMIT 5

-- update-stmt: quoted columns
UPDATE "orders" SET "total" = 1, [status] = 2, `placed_at` = 3, 'customer_id' = 4
