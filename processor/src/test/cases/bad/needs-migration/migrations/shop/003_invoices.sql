-- Up
CREATE TABLE invoices (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders (id));
CREATE INDEX idx_invoices_order_id ON invoices (order_id);
-- Down
DROP TABLE invoices;
