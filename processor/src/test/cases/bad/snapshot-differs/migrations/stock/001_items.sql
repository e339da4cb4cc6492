-- Up
CREATE TABLE items (id INTEGER PRIMARY KEY);

-- Down
DROP TABLE items;
