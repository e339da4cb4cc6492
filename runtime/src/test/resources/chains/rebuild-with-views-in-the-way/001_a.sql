-- Up
CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id REFERENCES customers (id) ON DELETE CASCADE);
CREATE VIEW names AS SELECT name FROM customers;
CREATE VIEW long_names AS SELECT name FROM names WHERE length(name) > 2;
CREATE TRIGGER orders_ai AFTER INSERT ON orders BEGIN
  UPDATE customers SET name = name || '*' WHERE id = new.customer_id;
END;
INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bo');
INSERT INTO orders VALUES (1, 1), (2, 2), (3, 2);
-- Down
DROP TRIGGER orders_ai;
DROP VIEW long_names;
DROP VIEW names;
DROP TABLE orders;
DROP TABLE customers;
