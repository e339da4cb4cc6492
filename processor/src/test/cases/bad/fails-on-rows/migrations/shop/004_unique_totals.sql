-- Up
-- litmus: allow migration/fails-on-rows: the shop has not opened, and has no orders
CREATE UNIQUE INDEX orders_by_total ON orders (total);
