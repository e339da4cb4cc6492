-- Up
CREATE TABLE orders_new (id INTEGER PRIMARY KEY, note TEXT NOT NULL, customer TEXT NOT NULL);
INSERT INTO orders_new (id, customer, note) SELECT id, customer, note FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
-- Down
CREATE TABLE orders_old (id INTEGER PRIMARY KEY, customer TEXT NOT NULL, note TEXT NOT NULL);
INSERT INTO orders_old (id, customer, note) SELECT id, customer, note FROM orders;
DROP TABLE orders;
ALTER TABLE orders_old RENAME TO orders;
