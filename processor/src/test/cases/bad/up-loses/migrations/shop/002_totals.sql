-- Up
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, note TEXT, total REAL NOT NULL);
INSERT INTO orders_new (id, total) SELECT id, coalesce(total, 0) FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
