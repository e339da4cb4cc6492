-- Up
ALTER TABLE customers RENAME TO people;
ALTER TABLE orders RENAME COLUMN customer_id TO person_id;
-- Down
ALTER TABLE orders RENAME COLUMN person_id TO customer_id;
ALTER TABLE people RENAME TO customers;
