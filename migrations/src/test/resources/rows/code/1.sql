INSERT INTO sessions (id, title, working_directory, model, chat_id) VALUES
  ('s1', 'Greet politely', '/home/ann/greeter', 'large', 'c1'),
  ('s2', 'Greet loudly', '/home/ann/greeter', 'small', NULL);
INSERT INTO transcript_entries (id, session_id, sequence, kind, content, output_tokens) VALUES
  ('e1', 's1', 1, 'prompt', 'Be polite', 0),
  ('e2', 's1', 2, 'tool_use', 'edit Greeter.java', 40),
  ('e3', 's2', 1, 'prompt', 'Be loud', 0);
