INSERT INTO snapshots (id, session_id, sequence, path, content) VALUES
  ('f1', 's1', 2, 'Greeter.java', CAST('class Greeter {}' AS BLOB)),
  ('f2', 's1', 2, 'New.java', NULL);
