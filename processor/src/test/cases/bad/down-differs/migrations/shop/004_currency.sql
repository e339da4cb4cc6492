-- Up
INSERT INTO settings (name) VALUES ('currency');

-- Down
SELECT 'nothing to undo';
