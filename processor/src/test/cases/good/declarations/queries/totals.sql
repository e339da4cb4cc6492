SELECT total FROM orders ORDER BY id
