-- Up
CREATE VIRTUAL TABLE notes_fts USING fts5(text, tag UNINDEXED, content='notes', content_rowid='id', tokenize="porter unicode61 tokenchars '-_;'");
CREATE TRIGGER notes_ai AFTER INSERT ON notes BEGIN
  INSERT INTO notes_fts (rowid, text, tag) VALUES (new.id, new.text, new.tag);
END;
CREATE TRIGGER notes_ad AFTER DELETE ON notes BEGIN
  INSERT INTO notes_fts (notes_fts, rowid, text, tag) VALUES ('delete', old.id, old.text, old.tag);
END;
CREATE TRIGGER notes_au AFTER UPDATE OF id, text ON notes BEGIN
  INSERT INTO notes_fts (notes_fts, rowid, text, tag) VALUES ('delete', old.id, old.text, old.tag);
  INSERT INTO notes_fts (rowid, text, tag) VALUES (new.id, new.text, new.tag);
END;
INSERT INTO notes_fts (notes_fts) VALUES ('rebuild');
INSERT INTO notes VALUES (3, 'He runs', 'c');
UPDATE notes SET text = 'Walking' WHERE id = 1;
DELETE FROM notes WHERE id = 2;
INSERT INTO notes_fts (notes_fts) VALUES ('optimize');
INSERT INTO notes_fts (notes_fts, rank) VALUES ('integrity-check', 1);
CREATE TABLE found AS SELECT rowid AS id, highlight(notes_fts, 0, '[', ']') AS text FROM notes_fts WHERE notes_fts MATCH 'run OR walk';
-- Down
DROP TABLE found;
DROP TRIGGER notes_au;
DROP TRIGGER notes_ad;
DROP TRIGGER notes_ai;
DROP TABLE notes_fts;
DELETE FROM notes;
INSERT INTO notes VALUES (1, 'Running; in the rain', 'a'), (2, 'It''s -- dry', 'b');
