-- Up
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  placed_at TEXT NOT NULL,
  total REAL NOT NULL DEFAULT 0
);

CREATE INDEX idx_orders_customer ON orders (customer_id, placed_at);

CREATE TABLE order_lines (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  product TEXT NOT NULL,
  quantity INTEGER NOT NULL DEFAULT 1,
  price REAL NOT NULL,
  percent INTEGER,
  attachment BLOB,
  PRIMARY KEY (order_id, line)
);

CREATE VIEW customer_totals AS
SELECT c.id AS customer_id, c.name, count(o.id) AS order_count, coalesce(sum(o.total), 0) AS total
FROM customers c
LEFT JOIN orders o ON o.customer_id = c.id
GROUP BY c.id, c.name;

-- Down
DROP VIEW customer_totals;
DROP TABLE order_lines;
DROP TABLE orders;
