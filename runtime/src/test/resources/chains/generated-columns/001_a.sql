-- Up
CREATE TABLE items (
  id INTEGER PRIMARY KEY,
  price INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  total INTEGER GENERATED ALWAYS AS (price * amount) STORED,
  label TEXT AS (id || ';' || price) VIRTUAL UNIQUE,
  data TEXT,
  name TEXT AS (json_extract(data, '$.name;')) CHECK (name <> '--')
);
INSERT INTO items (price, amount, data) VALUES (2, 3, '{"name;": "x"}'), (5, 7, NULL);
CREATE INDEX items_total ON items (total DESC, name);
-- Down
DROP TABLE items;
