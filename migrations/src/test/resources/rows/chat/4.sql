INSERT INTO attachments (id, message_id, position, file_name, media_type, content) VALUES
  ('a1', 'm1', 0, 'rain.png', 'image/png', x'89504e47'),
  ('a2', 'm1', 1, 'notes.txt', 'text/plain', x'');
INSERT INTO tool_calls (id, message_id, position, tool, arguments, status, result, finished_at) VALUES
  ('t1', 'm2', 0, 'forecast', '{"days": 2}', 'succeeded', '"rain"', '2026-01-02T03:04:05.006Z');
INSERT INTO tool_calls (id, message_id, position, tool, arguments) VALUES ('t2', 'm2', 1, 'order', '{}');
