-- Up
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, age TEXT);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  total NUMERIC
);
CREATE INDEX customers_name ON customers (name);
CREATE TRIGGER customers_ad AFTER DELETE ON customers BEGIN
  DELETE FROM orders WHERE customer_id = old.id;
END;
CREATE VIEW totals AS
  SELECT c.name, sum(o.total) AS total FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
INSERT INTO customers VALUES (7, 'Ada', '36'), (9, 'Bob', NULL), (12, 'Cy', 'x');
INSERT INTO orders VALUES (1, 7, 10), (2, 7, 2.5), (3, 12, '4');
-- Down
DROP VIEW totals;
DROP TABLE orders;
DROP TABLE customers;
