-- Up
DROP INDEX IF EXISTS t_partial; DROP INDEX IF EXISTS not_there;
CREATE INDEX t_partial ON t (a) WHERE d > 5; REINDEX;
-- Down
DROP INDEX t_partial;
CREATE UNIQUE INDEX t_partial ON t (a) WHERE d IS NULL AND a <> ';';
