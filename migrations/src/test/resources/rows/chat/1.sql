INSERT INTO chats (id, title) VALUES ('c1', 'Rain'), ('c2', 'Shops');
INSERT INTO messages (id, chat_id, role, content, is_liked) VALUES
  ('m1', 'c1', 'user', 'Running in the rain', 0),
  ('m2', 'c1', 'assistant', 'Take an umbrella', 1),
  ('m3', 'c2', 'user', 'He runs a shop', 0);
