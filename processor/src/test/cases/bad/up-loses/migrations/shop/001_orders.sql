-- Up
CREATE TABLE orders (id INTEGER PRIMARY KEY, note TEXT, total REAL);
