-- Up
ALTER TABLE items ADD COLUMN tax REAL AS (total * 0.19);
UPDATE items SET amount = 10 WHERE id = 1;
CREATE TABLE sums AS SELECT id, total, label, name, tax FROM items;
-- Down
DROP TABLE sums;
UPDATE items SET amount = 3 WHERE id = 1;
ALTER TABLE items DROP COLUMN tax;
