CREATE TABLE customers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE,
  city TEXT,
  note TEXT
);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  placed_at TEXT,
  status TEXT DEFAULT 'open',
  total REAL NOT NULL DEFAULT 0 CONSTRAINT total_is_positive CHECK (total >= 0),
  UNIQUE (customer_id, placed_at)
);
CREATE INDEX orders_by_status ON orders (status, placed_at DESC);
CREATE UNIQUE INDEX open_orders ON orders (customer_id) WHERE status = 'open';
CREATE TABLE order_lines (
  order_id INTEGER REFERENCES orders,
  position INTEGER,
  product TEXT,
  quantity INTEGER,
  price REAL,
  details TEXT,
  PRIMARY KEY (order_id, position)
) WITHOUT ROWID;
CREATE TABLE numbers (n INTEGER);
CREATE VIEW big_orders AS SELECT id, total FROM orders WHERE total > 1000;
CREATE VIRTUAL TABLE search USING fts5(title, body);
CREATE TRIGGER order_deleted AFTER DELETE ON orders BEGIN
  DELETE FROM order_lines WHERE order_id = old.id;
END;
