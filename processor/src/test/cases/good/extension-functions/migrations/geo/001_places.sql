-- Up
CREATE TABLE places (id INTEGER PRIMARY KEY, x REAL NOT NULL, y REAL NOT NULL, CHECK (distance(x, y) >= 0));
-- Down
DROP TABLE places;
