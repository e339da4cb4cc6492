-- The orders of a value.
SELECT id
FROM orders
WHERE totl >= :minimum;
