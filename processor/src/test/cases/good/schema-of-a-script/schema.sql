-- As `sqlite3 shop.sqlite .dump` writes it.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO customers VALUES (1, 'Ada');
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  total REAL NOT NULL
);
CREATE VIEW totals AS SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id;
CREATE VIEW broken AS SELECT gone FROM orders;
CREATE VIRTUAL TABLE notes USING fts5(text);
CREATE TRIGGER big AFTER INSERT ON orders WHEN new.total > 100 BEGIN
  INSERT INTO notes (text) VALUES ('big order');
END;
COMMIT;
