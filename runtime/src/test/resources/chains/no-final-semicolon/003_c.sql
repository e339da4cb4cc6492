-- Up
CREATE TRIGGER a_ai AFTER INSERT ON a BEGIN
  UPDATE a SET x = new.x * 10 WHERE rowid = new.rowid;
END
-- Down
DROP TRIGGER a_ai