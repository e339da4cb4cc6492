-- Up
CREATE TABLE l (id INTEGER PRIMARY KEY, v);
INSERT INTO l (v) VALUES
  (0), (-0), (+1), (9223372036854775807), (-9223372036854775808), (9223372036854775808), (0x7fffffffffffffff), (0XfF), (-0x1),
  (1.), (.5), (1e3), (1E-3), (1.5e+300), (1e999), (-1e999), (123456789012345678901234567890), (0.1),
  (''), ('a'), ('it''s'), ('; -- /* */'), ('two
lines'), ('\n \'), ('"x"'), ('日本語 😀'), (' '), ('	tab'),
  (x''), (X'00ff'), (x'53514c'), (zeroblob(2)),
  (NULL), (TRUE), (false), (1 = 1), (NOT 1), (~5), (-(-5)), (1 <> 2 AND 3 || 4), (5 / 2), (5 % 3), (5 / 2.0), (1 << 62), (7 & 3 | 8),
  (CAST('12abc' AS INTEGER)), (CAST(x'61' AS TEXT)), ('5' + '6'), ('a' || NULL), (char(0, 9731, 128512)), (hex('é')),
  ('a' LIKE 'A'), ('a' GLOB 'A'), (5 BETWEEN 1 AND 9), (3 IN (1, 2, 3)), (CASE WHEN 0 THEN 1 ELSE ';' END), ((SELECT max(id) FROM l)),
  (date('2024-02-29', '+1 year')), (strftime('%Y-%m-%dT%H:%M:%fZ', 0, 'unixepoch')), (printf('%05d;%s', 42, '--')),
  (json('{"a": [1, 2.5, null, "x;"]}')), ('{"a": ":not_a_parameter", "b": "?", "c": "@x $y"}'), (json_extract('{"a": {"b": 7}}', '$.a.b')),
  ('{"a": 1}' -> '$.a'), ('{"a": "x"}' ->> 'a'), (typeof(1.0)), (iif(1, 'y', 'n')), (quote('it''s')), (1 IS NOT NULL), (NULL IS NULL), (1 ISNULL);
INSERT INTO l (v) VALUES (1), (2) ON CONFLICT DO NOTHING;
INSERT INTO l DEFAULT VALUES;
INSERT INTO l VALUES (1000, 'explicit');
INSERT OR IGNORE INTO l VALUES (1000, 'ignored');
REPLACE INTO l VALUES (1000, 'replaced');
INSERT INTO l (v, id) SELECT value, key + 2000 FROM json_each('[1, "two", null, 4.5]');
-- Down
DROP TABLE l;
