-- Up
CREATE VIRTUAL TABLE places USING rtree(id, min_x, max_x, min_y, max_y, +name TEXT);
INSERT INTO places VALUES (1, 0, 1, 0, 1, 'here; there'), (2, 5, 6, 5, 6, NULL);
-- Down
DROP TABLE places;
