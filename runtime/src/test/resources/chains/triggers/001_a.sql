-- Up
CREATE TABLE t (id INTEGER PRIMARY KEY, kind TEXT, "end" INTEGER, [begin] INTEGER);
CREATE TABLE log (message TEXT);
CREATE TRIGGER t_bi BEFORE INSERT ON t WHEN new.kind = 'END;' BEGIN
  SELECT RAISE(IGNORE);
END;
CREATE TRIGGER t_ai AFTER INSERT ON t FOR EACH ROW BEGIN
  -- END; of nothing
  INSERT INTO log VALUES ('; END; -- /* '), ('it''s */');
  INSERT INTO log SELECT CASE new.kind
    WHEN 'a;' THEN CASE WHEN new."end" > 1 THEN 'big; END' ELSE 'small' END
    WHEN 'b' THEN 'b; ' || CASE new.[begin] WHEN 1 THEN 'one' END
    ELSE 'other' END;
  /* ; END ; */
  UPDATE t SET [begin] = CASE WHEN "end" IS NULL THEN 0 ELSE "end" END WHERE id = new.id;
END;
CREATE TRIGGER IF NOT EXISTS t_au AFTER UPDATE OF kind, "end" ON t WHEN (SELECT count(*) FROM log) > 0
BEGIN
  INSERT INTO log (message) VALUES (old.kind || '->' || new.kind);
  DELETE FROM log WHERE message = 'small'
  ;
END
;
CREATE VIEW v AS SELECT id, kind FROM t;
CREATE TRIGGER v_ii INSTEAD OF INSERT ON v BEGIN INSERT INTO t (kind) VALUES (new.kind); END;
CREATE TRIGGER v_iu INSTEAD OF UPDATE ON v BEGIN
  UPDATE t SET kind = new.kind WHERE id = old.id;
  INSERT INTO log SELECT y FROM (WITH x(y) AS (VALUES ('with;')) SELECT y FROM x);
END;
INSERT INTO t (kind, "end") VALUES ('a;', 2), ('END;', 1), ('a;', 1), ('b', NULL);
INSERT INTO v (kind) VALUES ('view');
UPDATE v SET kind = kind || '!' WHERE id > 2;
-- Down
DROP VIEW v;
DROP TABLE t;
DROP TABLE log;
