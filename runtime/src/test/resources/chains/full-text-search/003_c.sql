-- Up
CREATE VIRTUAL TABLE words USING fts5vocab('notes_fts', 'row');
CREATE VIRTUAL TABLE own USING fts5(a, b, prefix='2 3');
INSERT INTO own VALUES ('one; two', 'three'), ('vier', '--');
INSERT INTO own (own, rank) VALUES ('rank', 'bm25(10.0, 5.0)');
ALTER TABLE own RENAME TO mine;
-- Down
DROP TABLE mine;
DROP TABLE words;
