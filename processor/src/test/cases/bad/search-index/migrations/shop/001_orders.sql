-- Up
CREATE TABLE orders (id INTEGER PRIMARY KEY, notes TEXT);
CREATE TABLE customers (email TEXT PRIMARY KEY, name TEXT);
