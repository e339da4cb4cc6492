-- Up
CREATE TABLE order_lines (order_id INTEGER, line INTEGER);
