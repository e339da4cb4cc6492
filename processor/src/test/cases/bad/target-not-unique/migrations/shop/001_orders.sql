-- Up
CREATE TABLE orders (id INTEGER PRIMARY KEY, number TEXT NOT NULL);

CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY,
  order_number TEXT NOT NULL REFERENCES orders (number)
);
-- Down
DROP TABLE order_lines;
DROP TABLE orders;
