-- Up
CREATE TABLE t (
-- Down
  x
);
INSERT INTO t VALUES ('
-- Down
'), ("
-- Up
");
/*
-- Down
*/
CREATE TRIGGER r AFTER INSERT ON t BEGIN
-- Down
  UPDATE t SET x = 'seen' WHERE x = '-- Down';
END;
INSERT INTO t VALUES ('-- Down');
-- Down
DROP TABLE t;
