-- Up
CREATE TABLE a (id INTEGER PRIMARY KEY, x);
CREATE TABLE b (a INTEGER, n);
INSERT INTO a (x) VALUES ('one');
INSERT INTO b VALUES (last_insert_rowid(), changes());
INSERT INTO a (x) VALUES ('two'), ('three');
-- What is only read counts for nothing.
SELECT * FROM a;
PRAGMA foreign_key_check;
INSERT INTO b SELECT last_insert_rowid(), changes();
UPDATE a SET x = x || '!';
INSERT INTO b SELECT NULL, changes();
-- Down
DROP TABLE b;
DROP TABLE a;
