-- Up
CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL);
CREATE VIEW large AS SELECT totl FROM orders;
CREATE TRIGGER orders_ad AFTER DELETE ON orders BEGIN
  INSERT INTO deleted_orders (id) VALUES (old.id);
END;
