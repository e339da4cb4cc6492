INSERT INTO queue_entries (id, prompt, model, width, height, created_at) VALUES
  ('q1', 'a lighthouse', 'draft', 16, 16, '2026-01-02T03:04:05.006Z'),
  ('q2', 'a harbour', 'draft', 16, 16, '2026-01-02T03:04:06.006Z'),
  ('q3', 'a lighthouse', 'final', 32, 16, '2026-01-02T03:04:07.006Z');
INSERT INTO jobs (id, queue_entry_id, seed, status, attempts, worker, started_at, finished_at) VALUES
  ('j1', 'q1', 1, 'done', 1, 'one', '2026-01-02T03:05:00.000Z', '2026-01-02T03:06:00.000Z'),
  ('j2', 'q2', 1, 'done', 2, 'two', '2026-01-02T03:05:00.000Z', '2026-01-02T03:06:00.000Z');
INSERT INTO jobs (id, queue_entry_id, seed) VALUES ('j3', 'q3', 1), ('j4', 'q3', 2);
INSERT INTO images (id, job_id, media_type, width, height, content) VALUES
  ('i1', 'j1', 'image/png', 16, 16, x'89504e47'),
  ('i2', 'j2', 'image/png', 16, 16, x'89504e47'),
  ('i3', NULL, 'image/png', 16, 16, x'89504e47');
