-- Upgrade path: see the wiki
-- Downloads are kept

-- Up
CREATE TABLE downloads (id INTEGER PRIMARY KEY); -- Down below
-- Downloads table
INSERT INTO downloads VALUES (1);
-- Down
DROP TABLE downloads; -- Up again later
