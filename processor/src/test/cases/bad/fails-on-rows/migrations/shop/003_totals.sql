-- Up
CREATE TABLE orders_new (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  total REAL NOT NULL
);
INSERT INTO orders_new (id, customer_id, total) SELECT id, customer_id, total FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
