INSERT INTO artifacts (id, kind, title, media_type, source_database, source_id) VALUES
  ('x1', 'image', 'A lighthouse', 'image/png', 'imagegen', 'i1');
