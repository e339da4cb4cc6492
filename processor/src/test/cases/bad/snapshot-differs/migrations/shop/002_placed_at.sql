-- Up
ALTER TABLE orders ADD COLUMN placed_at TEXT;

-- Down
ALTER TABLE orders DROP COLUMN placed_at;
