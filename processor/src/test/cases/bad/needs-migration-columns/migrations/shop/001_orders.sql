-- Up
CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT NOT NULL, note TEXT NOT NULL);
-- Down
DROP TABLE orders;
