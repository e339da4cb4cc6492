-- Up
-- https://sqlite.org/lang_altertable.html#otheralter
PRAGMA foreign_keys = OFF;
DROP VIEW totals;
CREATE TABLE customers_new (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  age INTEGER
) STRICT;
INSERT INTO customers_new (id, name, age)
SELECT id, name, CASE WHEN age GLOB '[0-9]*' THEN CAST(age AS INTEGER) END FROM customers;
DROP TABLE customers;
ALTER TABLE customers_new RENAME TO customers;
CREATE INDEX customers_name ON customers (name);
CREATE VIEW totals AS
  SELECT c.name, sum(o.total) AS total FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
PRAGMA foreign_key_check;
PRAGMA foreign_keys = ON;
-- Down
DROP VIEW totals;
CREATE TABLE customers_old (id INTEGER PRIMARY KEY, name TEXT, age TEXT);
INSERT INTO customers_old SELECT * FROM customers;
DROP TABLE customers;
ALTER TABLE customers_old RENAME TO customers;
CREATE INDEX customers_name ON customers (name);
CREATE TRIGGER customers_ad AFTER DELETE ON customers BEGIN
  DELETE FROM orders WHERE customer_id = old.id;
END;
CREATE VIEW totals AS
  SELECT c.name, sum(o.total) AS total FROM customers c JOIN orders o ON o.customer_id = c.id GROUP BY c.id;
