-- Up
DROP TRIGGER t_au;
CREATE TRIGGER t_ad AFTER DELETE ON t BEGIN INSERT INTO log VALUES ('gone'); SELECT RAISE(ABORT, 'no; END') WHERE old.id = 99; END;
DELETE FROM t WHERE kind LIKE 'b%';
-- Down
DROP TRIGGER t_ad;
DELETE FROM log WHERE message = 'gone';
CREATE TRIGGER IF NOT EXISTS t_au AFTER UPDATE OF kind, "end" ON t WHEN (SELECT count(*) FROM log) > 0
BEGIN
  INSERT INTO log (message) VALUES (old.kind || '->' || new.kind);
  DELETE FROM log WHERE message = 'small'
  ;
END
;
