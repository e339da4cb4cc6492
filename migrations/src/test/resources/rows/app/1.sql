INSERT INTO settings (key, value) VALUES ('theme', '"dark"'), ('zoom', '1.25');
INSERT INTO credentials (id, provider, account, secret, used_at) VALUES
  ('k1', 'models.example', 'ann', CAST(x'01' || randomblob(40) AS BLOB), '2026-01-02T03:04:05.006Z');
