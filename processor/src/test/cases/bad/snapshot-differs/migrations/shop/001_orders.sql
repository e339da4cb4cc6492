-- Up
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id TEXT NOT NULL, -- whose it is
  total REAL
);
create index if not exists orders_customer on orders (customer_id);

-- Down
DROP TABLE orders;
