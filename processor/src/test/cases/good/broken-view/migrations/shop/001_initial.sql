CREATE TABLE orders (id INTEGER PRIMARY KEY, total REAL NOT NULL);
-- SQLite creates it, and refuses who reads it; nobody does.
-- litmus: allow migration/broken-body: nobody reads it
CREATE VIEW big AS SELECT totl FROM orders;
