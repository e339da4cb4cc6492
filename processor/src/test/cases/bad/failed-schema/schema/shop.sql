-- A dump, with a slip in it.
PRAGMA foreign_keys=OFF;
CREATE TABLE orders (id INTEGER PRIMARY KEY);
CREATE TABLE order_lines (
  order_id INTEGER REFERENCES orders,
  CONSTRAIN pk PRIMARY KEY (order_id)
);
