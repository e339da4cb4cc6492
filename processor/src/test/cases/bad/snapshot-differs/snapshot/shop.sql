-- What the migrations of `shop` make. Written by `litmus snapshot`: write migrations instead.

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id TEXT NOT NULL,
  total REAL
);

CREATE INDEX orders_customer ON orders (customer_id);
