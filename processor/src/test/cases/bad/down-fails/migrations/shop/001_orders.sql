-- Up
CREATE TABLE orders (id INTEGER PRIMARY KEY);

-- Down
DROP TABLE orders;
