-- Up
-- Without the setting the view stops it.
PRAGMA legacy_alter_table = 1;
ALTER TABLE t DROP COLUMN a;
PRAGMA legacy_alter_table = 0;
DROP VIEW v;
CREATE VIEW v AS SELECT id, b FROM t;
-- Down
DROP VIEW v;
CREATE TABLE t_old (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
INSERT INTO t_old (id, a, b) SELECT id, 'x;', b FROM t;
DROP TABLE t;
ALTER TABLE t_old RENAME TO t;
CREATE VIEW v AS SELECT id, a FROM t;
