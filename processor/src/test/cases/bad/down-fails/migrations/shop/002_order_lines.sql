-- Up
CREATE TABLE order_lines (order_id INTEGER NOT NULL REFERENCES orders (id), line INTEGER NOT NULL);

-- Down
DROP TABLE order_line;
