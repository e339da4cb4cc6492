-- Up
CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, tag TEXT);
INSERT INTO notes VALUES (1, 'Running; in the rain', 'a'), (2, 'It''s -- dry', 'b');
-- Down
DROP TABLE notes;
