-- Up
ALTER TABLE orders ADD COLUMN total REAL;
CREATE INDEX orders_by_total ON orders (total);
CREATE VIEW large_orders AS SELECT id FROM orders WHERE total > 1000;

-- Down
DROP INDEX orders_by_total;
