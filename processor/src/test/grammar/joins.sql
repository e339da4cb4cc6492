-- join-operator: comma
SELECT o.id FROM orders o, customers c WHERE c.id = o.customer_id

-- join-operator: comma with a constraint
SELECT o.id FROM orders o, customers c ON c.id = o.customer_id

-- join-operator: JOIN
SELECT o.id FROM orders o JOIN customers c ON c.id = o.customer_id

-- join-operator: INNER JOIN
SELECT o.id FROM orders o INNER JOIN customers c ON c.id = o.customer_id

-- join-operator: LEFT JOIN, LEFT OUTER JOIN
SELECT o.id FROM orders o LEFT JOIN customers c ON c.id = o.customer_id LEFT OUTER JOIN numbers ON n = o.id

-- join-operator: RIGHT JOIN, RIGHT OUTER JOIN
SELECT o.id FROM orders o RIGHT JOIN customers c ON c.id = o.customer_id RIGHT OUTER JOIN numbers ON n = o.id

-- join-operator: FULL JOIN, FULL OUTER JOIN
SELECT o.id FROM orders o FULL JOIN customers c ON c.id = o.customer_id FULL OUTER JOIN numbers ON n = o.id

-- join-operator: CROSS JOIN
SELECT o.id FROM orders o CROSS JOIN customers c

-- join-operator: NATURAL with each
SELECT 1 FROM orders NATURAL JOIN customers NATURAL LEFT JOIN order_lines

-- join-operator: NATURAL INNER, RIGHT, FULL, CROSS
SELECT 1 FROM orders NATURAL INNER JOIN customers NATURAL FULL OUTER JOIN order_lines

-- join-operator: NATURAL RIGHT
SELECT 1 FROM orders NATURAL RIGHT OUTER JOIN customers

-- join-operator: NATURAL CROSS
SELECT 1 FROM orders NATURAL CROSS JOIN customers

-- join-operator: the words in another order
SELECT 1 FROM orders LEFT NATURAL JOIN customers OUTER LEFT JOIN numbers ON 1

-- join-operator: LEFT RIGHT is FULL
SELECT 1 FROM orders o LEFT RIGHT JOIN customers c ON o.id = c.id

-- join-operator: CROSS INNER
SELECT 1 FROM orders CROSS INNER JOIN customers

-- join-constraint: USING
-- refused: cannot join using column id
SELECT position FROM orders JOIN customers USING (id) LEFT JOIN order_lines USING (id)

-- join-constraint: USING with several columns
SELECT 1 FROM orders a JOIN orders b USING (id, customer_id)

-- join-constraint: USING with a quoted column
SELECT 1 FROM orders a JOIN orders b USING ("id", [status])

-- join-constraint: none
SELECT 1 FROM orders JOIN customers LEFT JOIN numbers

-- join-clause: a group
SELECT 1 FROM (orders JOIN customers) LEFT JOIN numbers ON n = 1

-- join-clause: a group on the right
SELECT 1 FROM numbers LEFT JOIN (orders o JOIN customers c ON c.id = o.customer_id) ON n = o.id

-- join-clause: a group with a name
SELECT g.n FROM (numbers) AS g

-- join-clause: a group of one, of a comma, of a query
SELECT 1 FROM ((numbers)), (orders, customers), ((SELECT 1))

-- join-clause: a query with alias and constraint
SELECT 1 FROM orders o JOIN (SELECT id AS i FROM customers) AS c ON c.i = o.id JOIN json_each(o.status) AS j ON j.value = o.id

-- join-clause: names that are words of joins
SELECT 1 FROM numbers AS left JOIN numbers AS cross ON left.n = cross.n

-- join-clause: INDEXED BY before ON
SELECT 1 FROM customers c JOIN orders o INDEXED BY orders_by_status ON o.status = c.name
