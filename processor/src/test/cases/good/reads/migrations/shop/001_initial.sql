-- Up
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  placed_at TEXT NOT NULL,
  total INTEGER NOT NULL
);
CREATE INDEX idx_orders_customer ON orders (customer_id);
-- Down
DROP TABLE orders;
DROP TABLE customers;
