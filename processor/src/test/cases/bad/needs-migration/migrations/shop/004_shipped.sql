-- Up
ALTER TABLE orders ADD COLUMN shipped TEXT;
-- Down
ALTER TABLE orders DROP COLUMN shipped;
