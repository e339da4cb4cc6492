-- Up
INSERT INTO a VALUES (3) -- the last one; really
-- Down
DELETE FROM a WHERE x = 30 /* and nothing else */