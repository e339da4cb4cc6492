SELECT id, total -- of the interface's own package
FROM orders
WHERE total > :minimum
ORDER BY id;
