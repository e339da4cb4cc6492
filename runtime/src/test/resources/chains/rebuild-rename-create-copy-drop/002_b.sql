-- Up
PRAGMA foreign_keys=OFF;
PRAGMA legacy_alter_table=ON;
ALTER TABLE customers RENAME TO customers_old;
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO customers SELECT id, name FROM customers_old;
DROP TABLE customers_old;
PRAGMA legacy_alter_table=OFF;
PRAGMA foreign_keys=ON;
INSERT INTO orders VALUES (4, 1);
-- Down
DELETE FROM orders WHERE id = 4;
UPDATE customers SET name = rtrim(name, '*') || substr('**', 1, id) WHERE id = 1;
PRAGMA legacy_alter_table=ON;
ALTER TABLE customers RENAME TO customers_new;
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);
INSERT INTO customers SELECT id, name FROM customers_new;
DROP TABLE customers_new;
