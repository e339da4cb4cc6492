-- Up
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), total INTEGER NOT NULL);
CREATE INDEX idx_orders_customer_id ON orders (customer_id);
-- Down
DROP TABLE orders;
DROP TABLE customers;
